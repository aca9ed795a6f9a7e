import { commandSpecs, type CommandId } from '@core/commands/command-specs';
import { editLabels } from '@core/edits/edit';
import { encodingLabels } from '@core/encodings/text-encodings';
import { toNameKey } from '@core/file-names/output-name';
import { lineEndings } from '@core/formats/text-form';
import { importModes } from '@core/edits/kinds/import-text';
import { speechRegions } from '@isi/speech-regions';
import { z } from 'zod';
import type { MethodInput, MethodName } from './api';
import { boundedValues } from './bounded-json';
import { playbackReasons } from './calls/media-calls';
import { credentialChange, credentialKind } from './credential-inputs';
import { diffInput, mostRecords } from './diff-input';
import { isOrigin } from './is-origin';
import { jobOrder } from './job-inputs';

type InputSchemas = { readonly [Name in MethodName]: z.ZodType<MethodInput<Name>> };

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);
const project = z.strictObject({ projectId: id });
const encoding = z.enum(encodingLabels as [string, ...string[]]);
const toProject = {
  ...{ projectId: id, mode: z.enum(importModes) },
  ...{ encoding: encoding.optional(), runId: id.optional() },
};
const job = z.strictObject({ jobId: id });
const timeMs = z.int().nonnegative();
const commandIds = commandSpecs.map((spec) => spec.id) as [CommandId, ...CommandId[]];
const fileName = z.string().min(1).max(255);
/** A name the product gives; an empty one is none. */
const name = z.string().max(200);

const shortText = z.string().trim().min(1).max(200);
const speechRegion = z.enum(speechRegions);
const cloudSettings = z.object({
  region: speechRegion.optional(),
  isInternal: z.boolean().optional(),
  appkeys: z
    .array(
      z.object({
        id: shortText,
        name: shortText,
        appkey: shortText,
        model: shortText.optional(),
        tag: shortText.optional(),
        sampleRateHz: z.union([z.literal(8000), z.literal(16000)]).optional(),
        region: speechRegion.optional(),
      }),
    )
    .max(100)
    .optional(),
  usualAppkeyId: shortText.optional(),
  bucket: z
    .object({
      name: shortText,
      region: shortText.optional(),
      endpoint: shortText.optional(),
    })
    .optional(),
  keepsUploads: z.boolean().optional(),
  proxy: z.object({ url: shortText, username: shortText.optional() }).optional(),
  jobsAtOnce: z.int().min(1).max(10).optional(),
});

/** What is chosen in the form, of whatever format: it holds more than any one has. */
const exportChoices = z.strictObject({
  format: name,
  values: bounded(z.union([name, z.boolean()]), 200),
  form: z.exactOptional(
    z.strictObject({
      label: encoding,
      hasMark: z.boolean(),
      lineEnding: z.exactOptional(z.enum(lineEndings)),
    }),
  ),
  also: z.exactOptional(z.array(name).max(100)),
  namePattern: z.exactOptional(name),
});

const chosenForm = z.strictObject({
  encoding: z.exactOptional(z.strictObject({ label: encoding, hasMark: z.boolean() })),
  lineEnding: z.exactOptional(z.enum(lineEndings)),
});

const cloudParameters = z.object({
  last: bounded(bounded(boundedValues, 200), 20).optional(),
  presets: z
    .array(z.object({ name: shortText, engine: shortText, values: boundedValues }))
    .max(200)
    .optional(),
});

/** Values of one kind by names, of which there are no more than `most`. */
function bounded<Value extends z.ZodType>(value: Value, most: number) {
  return z
    .record(z.string().max(200), value)
    .refine((given) => Object.keys(given).length <= most, `must not have more than ${most} names`);
}

/** Whether no file would take the place of another, on any disk. */
function areNamedApart(files: readonly { readonly name: string }[]): boolean {
  return new Set(files.map((file) => toNameKey(file.name))).size === files.length;
}

/** The shape of the settings file. */
export const settingsSchema = z.object({
  locale: z.enum(['en', 'zh-CN']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['compact', 'comfortable']).optional(),
  ffmpegPath: z.string().max(4_096).optional(),
  ffprobePath: z.string().max(4_096).optional(),
  engine: name.optional(),
  language: name.optional(),
  model: name.optional(),
  volume: z.number().min(0).max(1).optional(),
  playbackRate: z.number().min(0.5).max(3).optional(),
  followPlayback: z.boolean().optional(),
  tableColumns: z.array(name).max(100).optional(),
  columnWidths: bounded(z.number().nonnegative(), 200).optional(),
  panelSizes: bounded(z.number().nonnegative(), 200).optional(),
  exportFormat: name.optional(),
  cloud: cloudSettings.optional(),
  cloudParameters: cloudParameters.optional(),
});

const origin = shortText.refine(isOrigin, 'must be an origin without a user name or password');

/**
 * What a page may change: not which programs are run. Addresses are what the window's own fields
 * take; whoever writes the file is not held to that.
 */
const settingsChange = settingsSchema
  .omit({ ffmpegPath: true, ffprobePath: true })
  .extend({
    cloud: cloudSettings
      .extend({
        bucket: z
          .object({
            name: shortText,
            region: shortText.optional(),
            endpoint: origin.optional(),
          })
          .optional(),
        proxy: z.object({ url: origin, username: shortText.optional() }).optional(),
      })
      .optional(),
  })
  .strict();

/** What each call accepts, checked on the service side of every transport. */
export const inputSchemas: InputSchemas = {
  'host.describe': nothing,
  'host.initialProject': nothing,
  'host.showCommands': z.strictObject({ enabled: z.array(z.enum(commandIds)).max(1_000) }),
  'settings.read': nothing,
  'settings.update': z.strictObject({
    changes: settingsChange,
    cleared: z.array(z.keyof(settingsSchema)).max(100).optional(),
  }),
  'settings.chooseTool': z.strictObject({ tool: z.enum(['ffmpeg', 'ffprobe']) }),
  'settings.folders': nothing,
  'settings.diagnose': nothing,
  'credentials.describe': nothing,
  'credentials.set': credentialChange,
  'credentials.clear': z.strictObject({ kind: credentialKind }),
  'credentials.importFromEnvironment': nothing,
  'credentials.retry': nothing,
  'files.choose': z.strictObject({ purpose: z.enum(['media', 'project', 'subtitle', 'both']) }),
  'files.fetch': z.strictObject({
    address: z.string().min(1).max(8_000),
    fetchId: id,
    // As many as there may be redirections, and the first.
    confirmedHosts: z.array(z.string().min(1).max(300)).max(6).optional(),
  }),
  'files.cancelFetch': z.strictObject({ fetchId: id }),
  'files.saveText': z.union([
    z.strictObject({ suggestedName: fileName, text: z.string().max(100_000_000) }),
    z.strictObject({ suggestedName: fileName, base64: z.base64().max(100_000_000) }),
  ]),
  'files.chooseSaveFolder': nothing,
  'files.saveInto': z.strictObject({
    folderId: id,
    files: z
      .array(
        z.union([
          z.strictObject({ name: fileName, text: z.string().max(100_000_000) }),
          z.strictObject({ name: fileName, base64: z.base64().max(100_000_000) }),
        ]),
      )
      .min(1)
      .max(100)
      .refine(areNamedApart, 'must have different names'),
    isConfirmed: z.boolean().optional(),
  }),
  'files.encodeText': z.strictObject({
    text: z.string().max(100_000_000),
    label: z.enum(encodingLabels as [string, ...string[]]),
    hasMark: z.boolean(),
    lineEnding: z.enum(lineEndings),
  }),
  'files.reveal': project,
  'projects.list': nothing,
  'projects.openFile': z.strictObject({
    fileId: id,
    encoding: encoding.optional(),
    mediaFileId: id.optional(),
  }),
  'projects.previewImport': z.union([
    z.strictObject({ fileId: id, encoding: encoding.optional(), projectId: id.optional() }),
    z.strictObject({ importId: id, encoding: encoding.optional(), projectId: id }),
  ]),
  'projects.importFile': z.union([
    z.strictObject({ ...toProject, fileId: id }),
    z.strictObject({ ...toProject, importId: id }),
  ]),
  'projects.cancelImport': z.strictObject({ runId: id }),
  'projects.describeSource': z.strictObject({ projectId: id, form: chosenForm.optional() }),
  'projects.saveBack': z.strictObject({
    projectId: id,
    isConfirmed: z.boolean().optional(),
    form: chosenForm.optional(),
  }),
  'projects.listImports': project,
  'projects.open': project,
  'projects.edit': z.strictObject({
    projectId: id,
    origin: id,
    label: z.enum(editLabels),
    diff: diffInput,
    group: id.optional(),
    part: z.strictObject({ index: z.int().min(0), count: z.int().min(1) }).optional(),
  }),
  'projects.undo': project,
  'projects.redo': project,
  'projects.keepDraft': z.strictObject({
    projectId: id,
    sentenceId: id,
    origin: id,
    text: z.string().max(1_000_000).optional(),
  }),
  'projects.keepView': z.strictObject({
    projectId: id,
    view: z.strictObject({
      selectedIds: z.array(id).max(mostRecords),
      positionMs: timeMs,
      topSentenceId: z.exactOptional(id),
      waveformBeginMs: z.exactOptional(timeMs),
      pixelsPerSecond: z.exactOptional(z.number().positive()),
      exportChoices: z.exactOptional(exportChoices),
      saveBackForm: z.exactOptional(chosenForm),
    }),
  }),
  'projects.saveCopy': project,
  'projects.remove': project,
  'media.open': project,
  'media.makeProxy': z.strictObject({
    projectId: id,
    reason: z.enum(playbackReasons).optional(),
  }),
  'media.chooseTrack': z.strictObject({ projectId: id, track: z.int().nonnegative().max(1_000) }),
  'media.relocate': z.strictObject({ projectId: id, fileId: id, isMeant: z.boolean().optional() }),
  'engines.list': z.strictObject({ projectIds: z.array(id).max(10_000).optional() }),
  'engines.plan': z.strictObject({
    projectId: id,
    engine: id,
    appkeyId: id.optional(),
    firstChannelOnly: z.boolean().optional(),
    splitsSpeakers: z.boolean().optional(),
    listens: z.boolean().optional(),
  }),
  'engines.cancelPlans': nothing,
  'cloud.check': z.strictObject({ appkeyId: id.optional() }),
  'cloud.cancelCheck': nothing,
  'jobs.list': nothing,
  'jobs.start': jobOrder,
  'jobs.cancel': job,
  'jobs.retry': job,
  'jobs.pause': job,
  'jobs.resume': job,
  'jobs.move': z.strictObject({ jobId: id, beforeId: id.optional() }),
  'jobs.dismiss': job,
  'rules.profiles': nothing,
};
