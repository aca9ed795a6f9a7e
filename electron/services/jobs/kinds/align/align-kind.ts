import { omitUndefined } from '@core/omit-undefined';
import type { AlignJob, AlignOrder } from '@contract/api';
import { planRealignment } from '@core/alignment/plan-realignment';
import { guessLanguage } from '@core/cues/guess-language';
import { StudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import type { Word } from '@core/transcript/word';
import type { TranscriptionEngine } from '../../../../engines/engine';
import { requireRecording } from '../../../projects/require-recording';
import { failedOrCancelled } from '../failed-or-cancelled';
import type { JobDetails, JobEnd, JobKindRow, JobRun, JobServices } from '../job-kind';
import { AlignmentWriter } from './alignment-writer';
import { PlacedSentences } from './placed-sentences';

/** Gives the words of sentences that are there the times at which they are heard. */
export const alignKind: JobKindRow<AlignOrder, AlignJob> = {
  prepare,
  // The text may have changed since, and it takes moments.
  isRepetition: () => false,
  laneOf: () => 'moment',
  scopeOf: ({ projectId, sentenceIds }) => ({ projectId, sentenceIds: sentenceIds ?? 'all' }),
  run: (run) => alignSentences(run).catch(failedOrCancelled),
};

/**
 * @throws StudioError `engine/unavailable`, `engine/cannot-align`, `model/*`, `project/not-found`,
 *   `media/none`, `media/not-chosen`
 */
async function prepare(
  order: AlignOrder,
  { studio, projects }: JobServices,
): Promise<JobDetails<AlignJob>> {
  const { projectId, model, sentenceIds, replacesManual } = order;
  const engine = studio.requireAligner(order.engine);
  const project = await projects.read(projectId);
  await requireRecording(projects, projectId);
  const readiness = await engine.check(model);
  if (readiness.state === 'unavailable') throw readiness.error;
  return {
    kind: 'align',
    engine: engine.describe().id,
    language: chooseLanguage(engine, project, listWanted(project, sentenceIds)),
    ...omitUndefined({ model, audioTrack: project.audioTrack, sentenceIds, replacesManual }),
  };
}

function listWanted(
  { sentences }: Project,
  ids: readonly string[] | undefined,
): readonly Sentence[] {
  if (ids === undefined) return sentences;
  const wanted = new Set(ids);
  return sentences.filter(({ id }) => wanted.has(id));
}

/**
 * The language of the project, or where nobody has said which it is, what its letters tell.
 * @throws StudioError `engine/cannot-align` (data: `language`, `engine`) where the engine does not
 *   know it
 */
function chooseLanguage(
  engine: TranscriptionEngine,
  project: Project,
  wanted: readonly Sentence[],
): string {
  const { id, languages } = engine.describe();
  const usual = languages[0] ?? 'und';
  const [said = ''] = project.language.toLowerCase().split(/[-_]/u);
  const isSaid = said !== '' && said !== 'und' && said !== 'auto';
  const guessed = guessLanguage(wanted.map(({ text }) => text).join('\n'));
  const language = isSaid ? said : (guessed ?? usual);
  for (const each of [language, guessed ?? language]) {
    if (languages.includes(each)) continue;
    throw new StudioError('engine/cannot-align', 'the aligner does not know the language', {
      data: { language: each, engine: id },
    });
  }
  return isSaid ? project.language : language;
}

async function alignSentences(run: JobRun<AlignJob>): Promise<JobEnd> {
  const { job, studio, projects, newId, signal, report } = run;
  const { projectId, model, replacesManual = false } = job;
  const engine = studio.requireAligner(job.engine);
  const { path } = await requireRecording(projects, projectId);
  const project = await projects.read(projectId);
  const recording = await studio.openRecording(path, signal, () => job.audioTrack);
  const resumed = AlignmentWriter.readResumption(run.resumption);
  const wanted = listWanted(project, job.sentenceIds).filter(
    ({ beginMs }) => beginMs >= (resumed?.untilMs ?? 0),
  );
  const stretches = planRealignment(project.sentences, new Set(wanted.map(({ id }) => id)));
  const placed = new PlacedSentences(wanted, stretches);
  const writer = new AlignmentWriter({
    ...{ projects, projectId, report, signal },
    group: resumed?.runId ?? newId(),
    countBefore: resumed === undefined ? 0 : job.sentenceCount,
    keepResumption: run.keepResumption,
  });
  const fixed = (word: Word): { readonly fixed?: Word } =>
    !replacesManual && word.timing === 'manual' ? { fixed: word } : {};
  let done = 0;
  report({ kind: 'progress', stage: 'aligning', fraction: 0, notices: [] });
  try {
    await engine.placeTexts?.(
      {
        audio: recording.audio,
        stretches: stretches.map(({ beginMs, endMs, words }) => ({
          ...{ beginMs, endMs },
          words: words.map((word) => ({ ...word, ...fixed(word) })),
        })),
        ...omitUndefined({ model }),
        onPlaced: (index, words) => {
          const whole = placed.add(index, words);
          if (whole !== undefined) writer.add(whole);
          done += 1;
          const fraction = (0.99 * done) / stretches.length;
          report({ kind: 'progress', stage: 'aligning', fraction, notices: [] });
        },
      },
      { signal, log: () => undefined },
    );
  } finally {
    await writer.finish();
  }
  return { state: 'done' };
}
