import type { JobNotice, JobStage, JobSummary } from '@contract/api';
import {
  isCancelled,
  type JsonValue,
  type StudioError,
  toStudioError,
} from '@core/errors/studio-error';
import type { ServiceTask } from '../../engines/engine';
import type { Projects } from '../projects/projects';
import { requireRecording, requireRecordingToSend } from '../projects/require-recording';
import type { Studio } from '../studio';
import { TranscriptWriter } from './transcript-writer';

export interface JobRun {
  readonly job: JobSummary;
  /** New at each run: names its entry of the history and begins the ids of its sentences. */
  readonly runId: string;
  readonly studio: Pick<Studio, 'requireEngine' | 'openRecording' | 'transcribe'>;
  readonly projects: Projects;
  readonly signal: AbortSignal;
  readonly onProgress: (step: {
    readonly stage: JobStage;
    readonly fraction: number;
    readonly notices: readonly JobNotice[];
  }) => void;
  /** What {@link keep} was given in an earlier run of the studio. */
  readonly kept?: JsonValue;
  readonly keep: (state: JsonValue) => Promise<void>;
  readonly onTask: (task: ServiceTask) => void;
  readonly onRetry: (error: StudioError) => void;
  readonly onRemark: (error: StudioError) => void;
  /** Called with how many sentences of this run the project has now. */
  readonly onWritten: (sentenceCount: number) => void;
}

/** How a run ended; the text it recognised is in the project, whatever the end. */
export type JobEnd =
  | { readonly state: 'done' | 'cancelled' }
  | { readonly state: 'failed'; readonly error: StudioError };

/**
 * Transcribes the recording of a project into it. A recording in which nothing was recognised
 * leaves the text that was there. Never rejects.
 */
export async function runJob(run: JobRun): Promise<JobEnd> {
  try {
    return await transcribeIntoProject(run);
  } catch (thrown) {
    const error = toStudioError(thrown);
    return isCancelled(error) ? { state: 'cancelled' } : { state: 'failed', error };
  }
}

async function transcribeIntoProject(run: JobRun): Promise<JobEnd> {
  const { job, runId, studio, projects, kept, keep, onProgress, onWritten } = run;
  const { projectId, engine, language, model, appkeyId, parameters } = job;
  // A project that can no longer be written stops the engine, whose work would be lost.
  const unwritable = new AbortController();
  const signal = AbortSignal.any([run.signal, unwritable.signal]);
  // Again, and not only when the job was put on the list: it may have waited for days.
  const { path } = studio.requireEngine(engine, language).describe().needsNetwork
    ? await requireRecordingToSend(projects, projectId, engine)
    : await requireRecording(projects, projectId);
  const recording = await studio.openRecording(path, signal);
  const writer = new TranscriptWriter({
    projects,
    projectId,
    group: runId,
    properties: { language, engine },
    onWritten,
    onFailure: () => unwritable.abort(),
  });
  const outcome = await studio.transcribe(
    recording,
    {
      engine,
      language,
      idPrefix: `${runId}-`,
      ...(model === undefined ? {} : { model }),
      ...(appkeyId === undefined ? {} : { appkeyId }),
      ...(parameters === undefined ? {} : { parameters }),
    },
    {
      signal,
      ...(kept === undefined ? {} : { kept }),
      keep,
      keepReply: (json) => projects.keepReply(projectId, { runId, json }),
      onTask: run.onTask,
      keepRepairs: (repairs) => projects.keepRepairs(projectId, { runId, repairs }),
      onRetry: run.onRetry,
      onRemark: run.onRemark,
      onProgress: ({ stage, fraction, sentences, notices }) => {
        writer.add(sentences);
        onProgress({ stage, fraction, notices });
      },
    },
  );
  await writer.finish(outcome.transcript.sentences);
  if (outcome.state !== 'failed') return { state: outcome.state };
  return { state: 'failed', error: toStudioError(outcome.error) };
}
