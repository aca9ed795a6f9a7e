import { omitUndefined } from '@core/omit-undefined';
import { isDeepStrictEqual } from 'node:util';
import type { TranscribeJob, TranscribeOrder } from '@contract/api';
import { toStudioError } from '@core/errors/studio-error';
import { requireRecording, requireRecordingToSend } from '../../../projects/require-recording';
import { failedOrCancelled } from '../failed-or-cancelled';
import type { JobDetails, JobEnd, JobKindRow, JobRun, JobServices } from '../job-kind';
import { findWrittenText } from './find-written-text';
import { TranscriptWriter } from './transcript-writer';

/**
 * Transcribes the recording of a project into it. A recording in which nothing was recognised
 * leaves the text that was there.
 */
export const transcribeKind: JobKindRow<TranscribeOrder, TranscribeJob> = {
  prepare,
  isRepetition: (details, other) =>
    isDeepStrictEqual(describe({ ...details, projectId: other.projectId }), describe(other)),
  laneOf: ({ engine, language }, studio) => {
    try {
      return studio.requireEngine(engine, language).describe().needsNetwork
        ? 'service'
        : 'computer';
    } catch {
      // An engine of another version: its job cannot go on.
      return 'computer';
    }
  },
  // Its first sentences take the place of all that is there.
  scopeOf: ({ projectId }) => ({ projectId, sentenceIds: 'all' }),
  run: (run) => transcribeIntoProject(run).catch(failedOrCancelled),
};

/** What is asked for, without whose it is and without what became of it. */
function describe(
  order: TranscribeOrder & Pick<TranscribeJob, 'audioTrack'>,
): JobDetails<TranscribeJob> {
  const { engine, language, model, audioTrack, eachChannel, appkeyId, parameters } = order;
  return {
    kind: 'transcribe',
    ...{ engine, language },
    ...omitUndefined({ model, audioTrack, eachChannel, appkeyId, parameters }),
  };
}

/**
 * @throws StudioError `engine/*`, `model/*`, `usage/invalid`, `project/not-found`,
 *   `media/none`, `media/not-chosen`, `media/not-confirmed`
 */
async function prepare(
  order: TranscribeOrder,
  { studio, projects }: JobServices,
): Promise<JobDetails<TranscribeJob>> {
  const { projectId, engine, language, model, sendsPath } = order;
  const chosen = studio.requireEngine(engine, language);
  const { path } = await requireRecording(projects, projectId);
  const readiness = await chosen.check(model, studio.findPlace(path));
  if (readiness.state === 'unavailable') throw readiness.error;
  if (chosen.describe().needsNetwork) {
    // The person was asked about this path and no other.
    if (sendsPath === path) await projects.allowSending({ projectId, path }, engine);
    await requireRecordingToSend(projects, projectId, engine);
  }
  // What the person saw is heard, whatever is chosen for the project while the job waits.
  const { audioTrack } = await projects.read(projectId);
  return describe({ ...order, ...omitUndefined({ audioTrack }) });
}

async function transcribeIntoProject(run: JobRun<TranscribeJob>): Promise<JobEnd> {
  const { job, studio, projects, newId, kept, keep, report } = run;
  const { projectId, engine, language, model, eachChannel, appkeyId, parameters } = job;
  // A project that can no longer be written stops the engine, whose work would be lost.
  const unwritable = new AbortController();
  const signal = AbortSignal.any([run.signal, unwritable.signal]);
  const chosen = studio.requireEngine(engine, language);
  // Again, and not only when the job was put on the list: it may have waited for days.
  const { path } = chosen.describe().needsNetwork
    ? await requireRecordingToSend(projects, projectId, engine)
    : await requireRecording(projects, projectId);
  const recording = await studio.openRecording(path, signal, () => job.audioTrack);
  const asked = { language, ...omitUndefined({ model, eachChannel }) };
  const before = await findWrittenText(run.resumption, {
    ...{ projects, projectId },
    canGoOn: (position) => chosen.canGoOn?.(position, asked) === true,
  });
  if (before === undefined && run.resumption !== undefined) report({ kind: 'anew' });
  const runId = before?.runId ?? newId();
  const writer = new TranscriptWriter({
    ...{ projects, projectId, before },
    group: runId,
    properties: { language, engine },
    onWritten: (sentenceCount) => report({ kind: 'written', sentenceCount }),
    onFailure: () => unwritable.abort(),
    keepResumption: (state) => run.keepResumption({ runId, ...state }),
  });
  const outcome = await studio.transcribe(
    recording,
    {
      engine,
      ...asked,
      idPrefix: `${runId}-`,
      ...omitUndefined({ appkeyId, parameters }),
      ...(before === undefined
        ? {}
        : { goesOnFrom: { ...before, sentences: [...before.written, ...before.unwritten] } }),
    },
    {
      signal,
      ...omitUndefined({ kept }),
      keep,
      keepReply: (json) => projects.keepReply(projectId, { runId, json }),
      keepRepairs: (repairs) => projects.keepRepairs(projectId, { runId, repairs }),
      report: (event) => {
        // Of the channels a person was told before the job was asked for.
        if (event.kind === 'channels') return;
        if (event.kind === 'progress') {
          writer.add(event.sentences, event.position, event.isOpen);
        }
        report(event);
      },
    },
  );
  await writer.finish(outcome.transcript.sentences);
  if (outcome.state !== 'failed') return { state: outcome.state };
  return { state: 'failed', error: toStudioError(outcome.error) };
}
