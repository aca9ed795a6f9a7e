import { join } from 'node:path';
import type { SourceFile } from '@contract/api';
import type { ChosenForm } from '@core/formats/text-form';
import { describeThrown, StudioError, toStudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import type { Project } from '@core/project-file/project';
import { writeText } from '../files/write-text';
import { noSource, writeBack, type WrittenBack } from '../formats/write-back';
import { readSubtitlesInSteps } from '../formats/read-subtitle-file';
import { runInTurns } from '../timing/run-in-turns';
import {
  findOrigin,
  keepFile,
  listSource,
  rememberSaved,
  type SourceOrigin,
  type SourceToKeep,
} from './kept-sources';
import type { StoreParts } from './store-parts';
import { describeSubtitles, hashOf, identify, readSubtitleBytes } from './subtitle-source';

/** What saving back would do now. */
interface Plan extends WrittenBack {
  readonly ownFolder: string;
  readonly origin: SourceOrigin;
  /** What lies there now; undefined where nothing does. */
  readonly there: Buffer | undefined;
  /** Somebody else wrote it since it was read or saved here. */
  readonly isChanged: boolean;
}

/**
 * The file that a project's text came from, and what saving back would do to it now; undefined where
 * there is none on this computer, or nothing that can be written.
 * @param form as a person chose to write it
 * @throws StudioError `project/not-found`, and where it cannot be read
 */
export async function describeSource(
  store: StoreParts,
  projectId: string,
  form?: ChosenForm,
): Promise<SourceFile | undefined> {
  const project = await store.use(projectId, (live) => live.read());
  const plan = await makePlan(store, project, form).catch((thrown: unknown) => {
    if (thrown instanceof StudioError && thrown.code === 'text/no-source') return undefined;
    throw thrown;
  });
  if (plan === undefined) return undefined;
  const { origin, format, losses, isChanged, there, bytes } = plan;
  const { encoding, hasByteOrderMark, lineEnding } = project.source!;
  return {
    ...{ name: origin.name, path: origin.path, format: format.id, losses, isChanged },
    isMissing: there === undefined,
    ...omitUndefined({ encoding, hasByteOrderMark, lineEnding }),
    ...(bytes instanceof StudioError ? { lacks: bytes.data } : {}),
  };
}

/**
 * Writes a project's text back to the file that it came from [FM87]: whole or not at all.
 * What lay there stays with the project, where it is not what the studio knows already.
 * @param asked `isConfirmed`: also where somebody else changed the file since; `form`: as a person chose
 *   to write it, by default as it came
 * @throws StudioError `text/no-source`, `text/source-changed`, `text/encoding-lacks`,
 *   `project/unwritable`, `output/unwritable`, and where it cannot be read; the file is then as it was
 */
export async function saveBack(
  store: StoreParts,
  asked: {
    readonly projectId: string;
    readonly isConfirmed: boolean;
    readonly form?: ChosenForm | undefined;
  },
): Promise<{ readonly savedAs: string }> {
  return store.use(asked.projectId, async (live) => {
    const plan = await makePlan(store, live.read(), asked.form);
    const { origin, ownFolder, bytes, there } = plan;
    if (bytes instanceof StudioError) throw bytes;
    if (plan.isChanged && !asked.isConfirmed) {
      throw new StudioError('text/source-changed', 'somebody else wrote the file', {
        data: { path: origin.path },
      });
    }
    if (plan.isChanged && there !== undefined) {
      const id = store.newId();
      await keepFile(ownFolder, await describeBytes(there, plan), { id, atMs: store.now() });
      await listSource(ownFolder, id);
    }
    await writeText(origin.path, bytes, 'output/unwritable', { isExport: true });
    // It is written, whatever becomes of what is known of it; at worst a person is asked next time.
    await rememberSaved(ownFolder, origin, hashOf(bytes)).catch((thrown: unknown) =>
      store.log(`project ${asked.projectId}: imports: ${describeThrown(thrown)}`),
    );
    // Whoever opens the file finds this project, of which it has the text.
    await store.touch(asked.projectId, { sourceIdentity: identify(origin.path, bytes) });
    return { savedAs: origin.path };
  });
}

/** What somebody else wrote, to be imported again; where it is no text, to be there at least. */
async function describeBytes(bytes: Buffer, { origin, format }: Plan): Promise<SourceToKeep> {
  const { name } = origin;
  try {
    const file = await runInTurns(readSubtitlesInSteps(bytes, name));
    return { facts: describeSubtitles({ name, file }), bytes, extension: file.format.extension };
  } catch {
    const facts = { name, format: format.id, cueCount: 0, repairs: [], repairCount: 0 };
    return { facts, bytes, extension: format.extension };
  }
}

async function makePlan(
  { folder }: StoreParts,
  project: Project,
  form: ChosenForm | undefined,
): Promise<Plan> {
  const { source, id } = project;
  const ownFolder = join(folder, id);
  const origin = source === undefined ? undefined : await findOrigin(ownFolder, source);
  if (origin === undefined) throw noSource();
  const written = writeBack(project, form);
  const there = await readSubtitleBytes(origin.path).catch((thrown: unknown) => {
    const { reason } = toStudioError(thrown).data;
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return undefined;
    throw thrown;
  });
  const hash = there === undefined ? undefined : hashOf(there);
  const { bytes } = written;
  const own = bytes instanceof StudioError ? undefined : hashOf(bytes);
  const isChanged = hash !== undefined && hash !== origin.sha256 && hash !== own;
  return { ...written, ownFolder, origin, there, isChanged };
}
