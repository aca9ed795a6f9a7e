import { join } from 'node:path';
import type { Draft, ProjectView } from '@contract/api';
import { describeThrown } from '@core/errors/studio-error';
import { lineEndings } from '@core/formats/text-form';
import { z } from 'zod';
import { readRegularText } from '../files/regular-file';
import { setAside } from '../files/set-aside';
import { createCoalescedWriter } from './coalesced-writer';
import { createDraftList, draftsSchema } from './draft-list';

/** What is kept beside a document without being part of it. */
export interface SideFiles {
  /** Text being typed, as `OpenProject` has it, but not held against the document. */
  drafts(): readonly Draft[];
  view(): ProjectView;
  keepDraft(sentenceId: string, origin: string, text: string | undefined): void;
  keepView(view: ProjectView): void;
  flush(): Promise<void>;
  cancel(): Promise<void>;
}

export interface SideFilesOptions {
  readonly folder: string;
  readonly projectId: string;
  readonly limits: { readonly draftDelayMs: number; readonly viewDelayMs: number };
  readonly log: (line: string) => void;
}

const timeMs = z.number().nonnegative();
const viewSchema = z.object({
  selectedIds: z.array(z.string()),
  positionMs: timeMs,
  topSentenceId: z.exactOptional(z.string()),
  waveformBeginMs: z.exactOptional(timeMs),
  pixelsPerSecond: z.exactOptional(z.number().positive()),
  exportChoices: z.exactOptional(
    z.object({
      format: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.boolean()])),
      form: z.exactOptional(
        z.object({
          label: z.string(),
          hasMark: z.boolean(),
          lineEnding: z.exactOptional(z.enum(lineEndings)),
        }),
      ),
      also: z.exactOptional(z.array(z.string())),
      namePattern: z.exactOptional(z.string()),
    }),
  ),
  saveBackForm: z.exactOptional(
    z.object({
      encoding: z.exactOptional(z.object({ label: z.string(), hasMark: z.boolean() })),
      lineEnding: z.exactOptional(z.enum(lineEndings)),
    }),
  ),
}) satisfies z.ZodType<ProjectView>;

/** Reads the drafts and the view of a project; what is missing or cannot be understood begins anew. */
export async function loadSideFiles(options: SideFilesOptions): Promise<SideFiles> {
  const { folder, projectId, limits, log } = options;
  const draftsPath = join(folder, 'drafts.json');
  const viewPath = join(folder, 'view.json');
  const drafts = createDraftList((await readJson(draftsPath, draftsSchema, log)) ?? []);
  let view: ProjectView = (await readJson(viewPath, viewSchema, log)) ?? {
    selectedIds: [],
    positionMs: 0,
  };
  const onError = (thrown: unknown): void =>
    log(`project ${projectId}: drafts or view not kept: ${describeThrown(thrown)}`);
  const draftsWriter = createCoalescedWriter({
    path: draftsPath,
    delayMs: limits.draftDelayMs,
    format: () => JSON.stringify(drafts.list()),
    onError,
  });
  const viewWriter = createCoalescedWriter({
    path: viewPath,
    delayMs: limits.viewDelayMs,
    format: () => JSON.stringify(view),
    onError,
  });
  return {
    drafts: () => drafts.list(),
    view: () => view,
    keepDraft(sentenceId, origin, text) {
      if (drafts.keep(sentenceId, origin, text)) draftsWriter.schedule();
    },
    keepView(given) {
      view = given;
      viewWriter.schedule();
    },
    async flush() {
      await Promise.all([draftsWriter.flush(), viewWriter.flush()]);
    },
    async cancel() {
      await Promise.all([draftsWriter.cancel(), viewWriter.cancel()]);
    },
  };
}

/** What cannot be understood is set aside [JN9]: a draft in it may be the only copy of a text. */
async function readJson<Value>(
  path: string,
  schema: z.ZodType<Value>,
  log: (line: string) => void,
): Promise<Value | undefined> {
  const text = await readRegularText(path).catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (thrown) {
    const kept = await setAside(path).catch(() => path);
    log(`${path} cannot be understood, kept as ${kept}: ${describeThrown(thrown)}`);
    return undefined;
  }
}
