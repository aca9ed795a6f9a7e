import { join } from 'node:path';
import type { ProjectView } from '@contract/api';
import { describeThrown } from '@core/errors/studio-error';
import { z } from 'zod';
import { readRegularText } from '../files/regular-file';
import { createCoalescedWriter } from './coalesced-writer';

/** What is kept beside a document without being part of it. */
export interface SideFiles {
  /** Text being typed, by sentence id. */
  drafts(): Readonly<Record<string, string>>;
  view(): ProjectView;
  keepDraft(sentenceId: string, text: string | undefined): void;
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
}) satisfies z.ZodType<ProjectView>;
const draftsSchema = z.record(z.string(), z.string());

/** Reads the drafts and the view of a project; what is missing or damaged begins anew. */
export async function loadSideFiles(options: SideFilesOptions): Promise<SideFiles> {
  const { folder, projectId, limits, log } = options;
  const draftsPath = join(folder, 'drafts.json');
  const viewPath = join(folder, 'view.json');
  const drafts = new Map(Object.entries((await readJson(draftsPath, draftsSchema)) ?? {}));
  let view: ProjectView = (await readJson(viewPath, viewSchema)) ?? {
    selectedIds: [],
    positionMs: 0,
  };
  const onError = (thrown: unknown): void =>
    log(`project ${projectId}: drafts or view not kept: ${describeThrown(thrown)}`);
  const draftsWriter = createCoalescedWriter({
    path: draftsPath,
    delayMs: limits.draftDelayMs,
    format: () => JSON.stringify(Object.fromEntries(drafts)),
    onError,
  });
  const viewWriter = createCoalescedWriter({
    path: viewPath,
    delayMs: limits.viewDelayMs,
    format: () => JSON.stringify(view),
    onError,
  });
  return {
    drafts: () => Object.fromEntries(drafts),
    view: () => view,
    keepDraft(sentenceId, text) {
      if (drafts.get(sentenceId) === text) return;
      if (text === undefined) drafts.delete(sentenceId);
      else drafts.set(sentenceId, text);
      draftsWriter.schedule();
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

async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
  try {
    return schema.parse(JSON.parse(await readRegularText(path)));
  } catch {
    return undefined;
  }
}
