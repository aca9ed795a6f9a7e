import type fc from 'fast-check';
import { blankProject, type Project } from '@core/project-file/project';
import { sortSentences } from '@core/transcript/sort-sentences';
import type { Sentence } from '@core/transcript/sentence';
import { anyTranscript } from '../transcript/build-transcript';

export function makeProject(
  sentences: readonly Sentence[],
  fields: Partial<Project> = {},
): Project {
  return {
    ...blankProject,
    id: 'p1',
    title: 'Talk',
    language: 'en',
    engine: 'local',
    media: {
      path: '/recordings/talk.wav',
      name: 'talk.wav',
      sizeBytes: 1_000_000,
      durationMs: 60_000,
      hasVideo: false,
    },
    sentences: sortSentences(sentences),
    ...fields,
  };
}

/** Any sound project of up to a dozen sentences. */
export const anyProject: fc.Arbitrary<Project> = anyTranscript.map(({ sentences }) =>
  makeProject(sentences),
);

/** Gives ids `n1`, `n2`, … */
export function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `n${count}`;
  };
}
