import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SourceFile } from '@contract/api';
import type { ChosenForm } from '@core/formats/text-form';
import { mostSubtitleBytes } from '@contract/file-kinds';
import { StudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import type { Project } from '@core/project-file/project';
import { readBoundedFile } from '../files/regular-file';
import { writeText } from '../files/write-text';
import { noSource, writeBack, type WrittenBack } from '../formats/write-back';
import { findOrigin, keepBytes, rememberSaved, type SourceOrigin } from './kept-sources';
import type { StoreParts } from './store-parts';

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
 * @throws StudioError `project/not-found`
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
 *   `project/unwritable`, `output/unwritable`; the file is then as it was
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
      const about = { id: store.newId(), atMs: store.now() };
      await keepBytes(ownFolder, { origin, bytes: there, format: plan.format }, about);
    }
    await writeText(origin.path, bytes, 'output/unwritable', { isExport: true });
    await rememberSaved(ownFolder, origin, hashOf(bytes));
    return { savedAs: origin.path };
  });
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
  const there = await readBoundedFile(origin.path, mostSubtitleBytes).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  });
  const hash = there === undefined ? undefined : hashOf(there);
  const { bytes } = written;
  const own = bytes instanceof StudioError ? undefined : hashOf(bytes);
  const isChanged = hash !== undefined && hash !== origin.sha256 && hash !== own;
  return { ...written, ownFolder, origin, there, isChanged };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
