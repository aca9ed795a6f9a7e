import { transcriptFormats, writableFormats } from '@core/formats/registry';
import { reportForms } from '@core/qc/reports/report-forms';
import { frameRateNames } from '@core/timing/frame-rate';
import { lineEndings } from '@core/formats/text-form';
import { type BothLanguages, translate } from '@core/messages/catalogue';
import type { CommandSpec, OptionSpec, VariableSpec } from './command-spec';
import { offeredEngines } from '../services/offered-engines';
import { formatOptionSpecs } from './format-options';

const outOption = { name: 'out', value: 'PATH|-', help: 'cli.help.out' } as const;
const modelOption = {
  name: 'model',
  value: offeredEngines.flatMap(({ models }) => models).join('|'),
  help: 'cli.help.model',
} as const;
const formatOption = {
  name: 'format',
  value: writableFormats.map(({ id }) => id).join('|'),
  help: 'cli.help.format',
} as const;
const languageOption = { name: 'language', value: 'TAG', help: 'cli.help.language' } as const;
const trackOption = { name: 'track', value: 'N|LANG', help: 'cli.help.track' } as const;
const namePatternOption = {
  name: 'name-pattern',
  value: 'PATTERN',
  help: 'cli.help.namePattern',
} as const;
const wordTimesFlag = { name: 'word-times', help: 'cli.help.wordTimes' } as const;
const forceFlag = { name: 'force', help: 'cli.help.force' } as const;
const commonFlags = [forceFlag, { name: 'json-progress', help: 'cli.help.jsonProgress' }] as const;

/** The account at Alibaba Cloud, as all who need it read it. */
const accountVariables: readonly VariableSpec[] = [
  { name: 'ALIYUN_AK_ID', help: 'cli.help.accessKeyId' },
  { name: 'ALIYUN_AK_SECRET', help: 'cli.help.accessKeySecret' },
  { name: 'ALIYUN_STS_TOKEN', help: 'cli.help.securityToken' },
  { name: 'ALIYUN_STS_EXPIRATION', help: 'cli.help.securityTokenEnd' },
  { name: 'ZIMU_ISI_TOKEN', help: 'cli.help.token' },
  { name: 'ZIMU_ISI_APPKEY', help: 'cli.help.appkey' },
  { name: 'ZIMU_ISI_REGION', help: 'cli.help.region' },
  { name: 'ZIMU_OSS_BUCKET', help: 'cli.help.bucket' },
  { name: 'ZIMU_OSS_REGION', help: 'cli.help.bucketRegion' },
];

/** Options every command takes. */
export const globalOptions: readonly OptionSpec[] = [{ name: 'debug', help: 'cli.help.debug' }];

/**
 * The command line as data: parsing and help both read it. To add a command, add its row here and
 * its function to the table in `run-command-line.ts`.
 */
export const commandSpecs = [
  {
    name: 'transcribe',
    files: 'FILE|URL…',
    help: 'cli.help.transcribe',
    options: [
      {
        name: 'engine',
        value: offeredEngines.map(({ id }) => id).join('|'),
        help: describeEngines(),
      },
      modelOption,
      formatOption,
      outOption,
      languageOption,
      trackOption,
      { name: 'channels', help: 'cli.help.channels' },
      { name: 'max-line', value: 'N', help: 'cli.help.maxLine' },
      { name: 'max-lines', value: 'N', help: 'cli.help.maxLines' },
      ...formatOptionSpecs,
      wordTimesFlag,
      namePatternOption,
      { name: 'set', value: 'NAME=VALUE', help: 'cli.help.set', isRepeated: true },
      { name: 'preset', value: 'NAME', help: 'cli.help.preset' },
      { name: 'new-task', help: 'cli.help.newTask' },
      ...commonFlags,
    ],
    variables: accountVariables,
    takesParameters: true,
  },
  {
    name: 'align',
    files: 'AUDIO TEXTFILE',
    help: 'cli.help.align',
    options: [
      { ...outOption, help: 'cli.help.outOne' },
      { ...formatOption, help: 'cli.help.alignFormat' },
      { name: 'encoding', value: 'NAME', help: 'cli.help.encoding' },
      modelOption,
      trackOption,
      ...formatOptionSpecs,
      wordTimesFlag,
      ...commonFlags,
    ],
  },
  {
    name: 'convert',
    files: 'IN… OUT',
    help: 'cli.help.convert',
    options: [
      {
        name: 'from',
        value: transcriptFormats
          .filter(({ read }) => read !== undefined)
          .map(({ id }) => id)
          .join('|'),
        help: 'cli.help.from',
      },
      { ...formatOption, name: 'to', help: 'cli.help.to' },
      { ...outOption, help: 'cli.help.convertOut' },
      { name: 'in-place', help: 'cli.help.inPlace' },
      { name: 'encoding', value: 'NAME', help: 'cli.help.resultEncoding' },
      { name: 'line-ending', value: lineEndings.join('|'), help: 'cli.help.lineEnding' },
      { name: 'bom', help: 'cli.help.bom' },
      { name: 'from-encoding', value: 'NAME', help: 'cli.help.fromEncoding' },
      { name: 'caption-channel', value: '1|2', help: 'cli.help.captionChannel' },
      { name: 'max-line', value: 'N', help: 'cli.help.maxLine' },
      { name: 'max-lines', value: 'N', help: 'cli.help.maxLines' },
      ...formatOptionSpecs,
      wordTimesFlag,
      namePatternOption,
      { name: 'report', value: 'PATH|-', help: 'cli.help.report' },
      forceFlag,
    ],
  },
  {
    name: 'check',
    files: 'FILE…',
    help: 'cli.help.check',
    options: [
      { name: 'profile', value: 'ID|FILE', help: 'cli.help.checkProfile' },
      {
        name: 'format',
        value: reportForms.map(({ id }) => id).join('|'),
        help: 'cli.help.checkFormat',
      },
      { ...outOption, help: 'cli.help.checkOut' },
      { name: 'fix', value: 'OUT', help: 'cli.help.checkFix' },
      { name: 'fps', value: frameRateNames.join('|'), help: 'cli.help.checkFps' },
      { name: 'language', value: 'TAG', help: 'cli.help.checkLanguage' },
      { name: 'from-encoding', value: 'NAME', help: 'cli.help.fromEncoding' },
      { name: 'profiles', help: 'cli.help.checkProfiles' },
      forceFlag,
    ],
  },
  {
    name: 'extract',
    files: 'VIDEO [OUT]',
    help: 'cli.help.extract',
    options: [
      { ...trackOption, help: 'cli.help.textTrack' },
      { ...outOption, help: 'cli.help.extractOut' },
      { ...formatOption, name: 'to', help: 'cli.help.to' },
      { name: 'encoding', value: 'NAME', help: 'cli.help.resultEncoding' },
      { name: 'line-ending', value: lineEndings.join('|'), help: 'cli.help.lineEnding' },
      { name: 'bom', help: 'cli.help.bom' },
      { name: 'json', help: 'cli.help.json' },
      forceFlag,
    ],
  },
  {
    name: 'formats',
    files: '',
    help: 'cli.help.formats',
    options: [{ name: 'json', help: 'cli.help.json' }],
  },
  {
    name: 'serve',
    files: '[FILE…]',
    help: 'cli.help.serve',
    options: [
      { name: 'port', value: 'N', help: 'cli.help.port' },
      { name: 'window', help: 'cli.help.inWindow' },
      { name: 'json', help: 'cli.help.jsonOnly' },
    ],
  },
  {
    name: 'probe',
    files: 'FILE',
    help: 'cli.help.probe',
    options: [{ name: 'json', help: 'cli.help.json' }],
  },
  {
    name: 'doctor',
    files: '',
    help: 'cli.help.doctor',
    options: [{ name: 'json', help: 'cli.help.json' }],
  },
  {
    name: 'isi',
    files: 'codes [CODE|TEXT] | token | check | import RESULT.json… | result TASKID',
    help: 'cli.help.isi',
    options: [
      { name: 'json', help: 'cli.help.json' },
      { name: 'show', help: 'cli.help.show' },
      { name: 'region', value: 'REGION', help: 'cli.help.resultRegion' },
      { name: 'max-line', value: 'N', help: 'cli.help.maxLine' },
      { name: 'max-lines', value: 'N', help: 'cli.help.maxLines' },
      ...formatOptionSpecs,
      formatOption,
      outOption,
      languageOption,
      forceFlag,
    ],
    variables: accountVariables,
  },
  { name: 'help', files: '[COMMAND]', help: 'cli.help.help', options: [] },
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof commandSpecs)[number]['name'];

/** What each engine is, in its own words. */
function describeEngines(): BothLanguages {
  const english = offeredEngines.map(({ id, texts }) => `${id} (${translate('en', texts.name)})`);
  const chinese = offeredEngines.map(
    ({ id, texts }) => `${id}（${translate('zh-CN', texts.name)}）`,
  );
  return [
    translate('en', 'cli.help.engine', { engines: english.join(', ') }),
    translate('zh-CN', 'cli.help.engine', { engines: chinese.join('、') }),
  ];
}
