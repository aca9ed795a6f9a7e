import { join } from 'node:path';
import type { EditReceipt, ImportEffect, ImportPreview } from '@contract/api';
import { planEditInSteps } from '@core/edits/apply-edit';
import { importModes, type ImportMode } from '@core/edits/kinds/import-text';
import { getChanges } from '@core/edits/project-diff';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import type { Project } from '@core/project-file/project';
import type { Steps } from '@core/steps';
import { runInTurns } from '../timing/run-in-turns';
import type { AskedImport } from './asked-import';
import { dropSource, findKept, keepSource, listSource } from './kept-sources';
import type { StoreParts } from './store-parts';
import {
  describeSubtitles,
  makeImportEdit,
  readSubtitleSource,
  type SubtitleSource,
} from './subtitle-source';

/** As many sentences as a person looks at to see whether a file is the right one. */
const sampleLength = 20;

/**
 * What a subtitle file holds, and what importing it into a project would do now.
 * @throws StudioError `text/unreadable`, `text/too-large`, `project/not-found`, `job/cancelled`
 */
export async function previewImport(
  store: StoreParts,
  { projectId, ...choice }: AskedImport & { readonly projectId?: string | undefined },
  signal?: AbortSignal,
): Promise<ImportPreview> {
  const source = await readChosen(store, projectId, choice, signal);
  const sample = source.file.document.sentences
    .slice(0, sampleLength)
    .map(({ beginMs, endMs, text, speaker }) => ({
      ...{ beginMs, endMs, text },
      ...omitUndefined({ speaker }),
    }));
  const { otherEncodings } = source.file;
  const told = { file: describeSubtitles(source), otherEncodings, sample };
  if (projectId === undefined) return told;
  const project = await store.use(projectId, (live) => live.read());
  const effects: Partial<Record<ImportMode, ImportEffect>> = {};
  for (const mode of importModes) {
    effects[mode] = await runInTurns(countEffect(project, source, mode), signal);
  }
  return { ...told, effects: effects as Record<ImportMode, ImportEffect> };
}

/**
 * Brings a subtitle file into a project as one edit [ED13].
 * @throws StudioError as {@link previewImport}, `project/unwritable`; then nothing is kept of it
 */
export async function importSubtitles(
  store: StoreParts,
  {
    projectId,
    mode,
    ...choice
  }: AskedImport & { readonly projectId: string; readonly mode: ImportMode },
  signal?: AbortSignal,
): Promise<EditReceipt> {
  const source = await readChosen(store, projectId, choice, signal);
  return bringIn(store, { projectId, mode, source }, signal);
}

async function readChosen(
  { folder, use }: StoreParts,
  projectId: string | undefined,
  { path, importId, encoding }: AskedImport,
  signal: AbortSignal | undefined,
): Promise<SubtitleSource> {
  const project = projectId === undefined ? undefined : await use(projectId, (live) => live.read());
  const fps = project?.media.frameRate;
  if (path !== undefined) return readSubtitleSource({ path, encoding, fps }, signal);
  if (projectId === undefined || importId === undefined) {
    throw new StudioError('text/no-source', 'no file was named');
  }
  // Imports are settled once the project is in use.
  const place = await use(projectId, () => findKept(join(folder, projectId), importId));
  return readSubtitleSource({ ...place, encoding, fps }, signal);
}

/** The same of a file that was read; its bytes are kept first, and listed once the edit is made. */
export function bringIn(
  { folder, newId, now, log, use }: StoreParts,
  asked: {
    readonly projectId: string;
    readonly source: SubtitleSource;
    readonly mode: ImportMode;
  },
  signal?: AbortSignal,
): Promise<EditReceipt> {
  const { projectId, source, mode } = asked;
  const tell = (thrown: unknown): void =>
    log(`project ${projectId}: imports: ${describeThrown(thrown)}`);
  return use(projectId, async (live) => {
    const ownFolder = join(folder, projectId);
    const id = newId();
    await keepSource(ownFolder, source, { id, atMs: now() });
    let receipt: EditReceipt;
    try {
      receipt = await live.editInTurn(async (project) => {
        const edit = makeImportEdit(source, mode, id);
        const { diff, label } = await runInTurns(planEditInSteps(project, edit, newId), signal);
        return { diff, label, group: id };
      });
    } catch (thrown) {
      // What cannot be removed now is when the project is read again.
      await dropSource(ownFolder, id).catch(tell);
      throw thrown;
    }
    // The edit stands all the same, and the file is listed when the project is read again.
    await listSource(ownFolder, id).catch(tell);
    return receipt;
  });
}

/** By the edit itself, so that what is told and what is done cannot differ. */
function* countEffect(
  project: Project,
  source: SubtitleSource,
  mode: ImportMode,
): Steps<ImportEffect> {
  let ids = 0;
  const newId = (): string => `preview-${(ids += 1)}`;
  const { diff } = yield* planEditInSteps(project, makeImportEdit(source, mode, newId()), newId);
  const { added, updated, removed } = getChanges(diff, 'sentences');
  return { added: added.length, changed: updated.length, removed: removed.length };
}
