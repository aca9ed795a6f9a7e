import { applyDiff } from '@core/edits/apply-diff';
import { describeThrown } from '@core/errors/studio-error';
import { applyRecord, emptyHistory, type History } from '@core/history/history';
import type { Project } from '@core/project-file/project';
import type { SnapshotMark } from './journal-lines';
import {
  type Chain,
  chainSegments,
  readSegments,
  type SegmentFile,
  setAside,
} from './read-journal';
import { readSnapshot } from './snapshot';

/** A project as the disk knew it, with everything that was confirmed. */
export interface LoadedProject {
  readonly project: Project;
  readonly revision: number;
  readonly history: History;
  /** The snapshot on the disk; changes after it are in the journal. */
  readonly snapshot: SnapshotMark;
  readonly files: readonly SegmentFile[];
  /** Highest number of any segment that was there. */
  readonly lastNumber: number;
}

/**
 * Reads the snapshot of a project and replays the changes that were journalled after it. A journal
 * that does not follow this snapshot is put aside, never replayed onto it.
 *
 * @throws StudioError `project/not-found`, `project/unreadable`, `project/too-new`
 */
export async function loadProject(
  folder: string,
  projectId: string,
  log: (line: string) => void,
): Promise<LoadedProject> {
  const { project: saved, hash } = await readSnapshot(folder, projectId, log);
  const all = await readSegments(folder, projectId);
  const lastNumber = all.at(-1)?.number ?? 0;
  const chains = chainSegments(all);
  const place = chains.findLastIndex((chain) => findMark(chain, hash) !== undefined);
  const chain = chains[place];
  const follows = chain && findMark(chain, hash);
  const earlier = chains.slice(0, Math.max(0, place)).flatMap(({ files }) => files);
  const used = new Set([...earlier, ...(chain?.files ?? [])]);
  const leaveOut = async (files: readonly SegmentFile[], why: string): Promise<void> => {
    if (files.length === 0) return;
    const names = await setAside(files);
    log(`project ${projectId}: ${why}, kept as ${names.join(', ')}`);
  };
  await leaveOut(
    all.filter((file) => !used.has(file)),
    'a journal does not follow the snapshot',
  );
  if (chain === undefined || follows === undefined) {
    const snapshot = { hash, revision: 0 };
    return { project: saved, revision: 0, history: emptyHistory, snapshot, files: [], lastNumber };
  }

  for (const { path, segment } of chain.files) {
    if (segment?.isDamaged === true) log(`project ${projectId}: the end of ${path} is damaged`);
  }

  let project = saved;
  let revision = follows.revision;
  try {
    for (const change of chain.changes) {
      if (change.revision <= follows.revision) continue;
      project = applyDiff(project, change.diff);
      revision = change.revision;
    }
  } catch (thrown) {
    await leaveOut(chain.files, `revision ${revision + 1} failed (${describeThrown(thrown)})`);
    const snapshot = { hash, revision: follows.revision };
    return { project, revision, history: emptyHistory, snapshot, files: [], lastNumber };
  }
  return {
    project,
    revision,
    history: chain.changes.reduce(applyRecord, emptyHistory),
    snapshot: follows,
    files: [...earlier, ...chain.files],
    lastNumber,
  };
}

/** Where in a chain a snapshot belongs; none where changes between the two are missing. */
function findMark({ files, marks }: Chain, hash: string): SnapshotMark | undefined {
  const first = files[0]?.segment?.header.revision ?? 0;
  return marks.findLast((mark) => mark.hash === hash && mark.revision >= first);
}
