import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectSummary } from '@contract/api';
import { describeThrown } from '@core/errors/studio-error';
import { getDurationMs, type Project } from '@core/project-file/project';
import { z } from 'zod';
import { writePrivateFile } from '../files/private-files';
import { readRegularText } from '../files/regular-file';
import { type CoalescedWriter, createCoalescedWriter } from './coalesced-writer';
import { clearHalfMade } from './place-project';
import { readSnapshot, snapshotPath } from './snapshot';

/** A summary as it is kept beside its project. */
export interface KeptSummary extends ProjectSummary {
  /** See `readMediaIdentity`; absent where the recording was not there to be read. */
  readonly mediaIdentity?: string;
  /** Of the subtitle file it was made of; see `readSubtitleSource`. */
  readonly sourceIdentity?: string;
}

/** Summaries of all projects, so that listing them does not read their documents. */
export interface Summaries {
  /** Last touched first. */
  list(): Promise<readonly KeptSummary[]>;
  find(projectId: string): Promise<KeptSummary | undefined>;
  /**
   * Lists a project as soon as it has been placed, with its summary beside it.
   * @throws whatever {@link place} throws, and it is not listed
   */
  add(summary: KeptSummary, place: () => Promise<void>): Promise<void>;
  /** Keeps it in a while. */
  update(projectId: string, changes: Partial<KeptSummary>): void;
  remove(projectId: string): Promise<void>;
  flush(): Promise<void>;
}

export interface SummariesOptions {
  /** Holds a folder for each project, named after its id. */
  readonly folder: string;
  readonly delayMs: number;
  readonly log: (line: string) => void;
}

const summaryName = 'summary.json';

const projectId = /^[A-Za-z0-9][\w-]{0,99}$/u;

const summarySchema = z.object({
  id: z.string(),
  title: z.string(),
  mediaName: z.string(),
  mediaPath: z.string(),
  durationMs: z.number(),
  hasVideo: z.boolean(),
  sentenceCount: z.number(),
  language: z.string(),
  touchedAtMs: z.number(),
  mediaIdentity: z.exactOptional(z.string()),
  sourceIdentity: z.exactOptional(z.string()),
}) satisfies z.ZodType<KeptSummary>;

/** Whether an id can name a folder of its own, whoever gave it. */
export function isProjectId(id: string): boolean {
  return projectId.test(id);
}

/** What a document says of itself in a list. */
export function summarise(project: Project): Omit<ProjectSummary, 'touchedAtMs'> {
  const { id, title, language, media, sentences } = project;
  return {
    id,
    title,
    mediaName: media.name,
    mediaPath: media.path,
    durationMs: getDurationMs(project),
    hasVideo: media.hasVideo,
    sentenceCount: sentences.length,
    language,
  };
}

/** Keeps a summary beside its project. @throws Error the system's */
export function writeSummary(ownFolder: string, summary: KeptSummary): Promise<void> {
  return writePrivateFile(join(ownFolder, summaryName), JSON.stringify(summary));
}

/** Makes the list of a folder; it is read once, when it is first asked for. */
export function createSummaries({ folder, delayMs, log }: SummariesOptions): Summaries {
  const writers = new Map<string, CoalescedWriter>();
  const byId = new Map<string, KeptSummary>();
  let reading: Promise<void> | undefined;
  const pathOf = (id: string): string => join(folder, id, summaryName);

  const readOne = async (id: string): Promise<KeptSummary | undefined> => {
    try {
      const text = await readRegularText(pathOf(id));
      return { ...summarySchema.parse(JSON.parse(text)), id };
    } catch {
      return rebuild(id);
    }
  };
  /** A summary can be lost or fall behind in a crash; the document says what is true. */
  const rebuild = async (id: string): Promise<KeptSummary | undefined> => {
    try {
      const { project } = await readSnapshot(join(folder, id), id, log);
      const { mtimeMs } = await stat(snapshotPath(join(folder, id)));
      return { ...summarise(project), id, touchedAtMs: Math.round(mtimeMs) };
    } catch (thrown) {
      log(`project ${id}: left out of the list: ${describeThrown(thrown)}`);
      return undefined;
    }
  };
  const readAll = async (): Promise<void> => {
    await clearHalfMade(folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const ids = entries
      .filter((entry) => entry.isDirectory() && isProjectId(entry.name))
      .map(({ name }) => name);
    for (const summary of await Promise.all(ids.map(readOne))) {
      if (summary !== undefined) byId.set(summary.id, summary);
    }
  };
  const ready = (): Promise<void> => (reading ??= readAll());
  const writerOf = (id: string): CoalescedWriter => {
    const known = writers.get(id);
    if (known !== undefined) return known;
    const writer = createCoalescedWriter({
      path: pathOf(id),
      delayMs,
      format: () => JSON.stringify(byId.get(id)),
      onError: (thrown) => log(`project ${id}: summary not kept: ${describeThrown(thrown)}`),
    });
    writers.set(id, writer);
    return writer;
  };

  return {
    async list() {
      await ready();
      return [...byId.values()].sort((left, right) => right.touchedAtMs - left.touchedAtMs);
    },
    async find(id) {
      await ready();
      return byId.get(id);
    },
    async add(summary, place) {
      await ready();
      await place();
      byId.set(summary.id, summary);
    },
    update(id, changes) {
      const known = byId.get(id);
      if (known === undefined) return;
      byId.set(id, { ...known, ...changes });
      writerOf(id).schedule();
    },
    async remove(id) {
      await writers.get(id)?.cancel();
      writers.delete(id);
      byId.delete(id);
    },
    async flush() {
      await Promise.all([...writers.values()].map((writer) => writer.flush()));
    },
  };
}
