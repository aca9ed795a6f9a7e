import { defineFormat } from '../define-format';
import type { TranscriptFormat } from '../format';
import { karaokeCueOptions } from '../timed-text';
import { listScriptLosses } from './list-script-losses';
import { readScript } from './read-script';
import type { ScriptVersion } from './script-version';
import { writeScript } from './write-script';

/** How far a file is looked at to know its version; styles stand behind embedded notes at most. */
const lookedAt = 65_536;
const beginning = /^\ufeff?\s*(?:;[^\r\n]*[\r\n]\s*)*\[Script Info\]/iu;

/** The format of a version of SubStation Alpha. */
export function defineScriptFormat(
  version: ScriptVersion,
  texts: Pick<TranscriptFormat, 'name' | 'about' | 'programs'> & { readonly mediaType: string },
): TranscriptFormat {
  const { format } = version;
  return defineFormat({
    id: format,
    name: texts.name,
    about: texts.about,
    purpose: 'subtitles',
    programs: texts.programs,
    extensions: [`.${format}`],
    mediaTypes: [texts.mediaType],
    unit: 'cue',
    options: karaokeCueOptions,
    holds: {
      ...{ times: true, speakers: true, wordTimes: true, blanks: true, markup: true },
      ...{ sections: true, styles: true, regions: true },
      settingsOf: ['ass', 'ssa'],
    },
    repairTexts: {
      'event-unreadable': [
        'A line of an event cannot be read; it was kept as it stands.',
        '有一行事件无法识别，已原样保留。',
      ],
    },
    lossTexts: {
      layers: ['layers of {count} {count|cue|cues}', '{count} 条字幕的图层'],
      commas: [
        'commas in the names of speakers or styles of {count} {count|cue|cues}',
        '{count} 条字幕的说话人或样式名称中的逗号',
      ],
    },
    recognise({ text = '' }) {
      if (!beginning.test(text)) return 0;
      const isOld = /\[V4 Styles\]|^ScriptType:\s*v4\.00\s*$/imu.test(text.slice(0, lookedAt));
      return isOld === (format === 'ssa') ? 0.95 : 0.8;
    },
    read: (input, hints) => readScript(String(input), hints, version),
    listOwnLosses: (document, options) => listScriptLosses(document, options, version),
    write: (document, options) => writeScript(document, options, version),
  });
}
