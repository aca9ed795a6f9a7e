import { expect, test } from 'vitest';
import {
  blankProject,
  getDurationMs,
  hasMedia,
  noMedia,
  type Project,
} from '@core/project-file/project';
import { formatProject, parseProject } from '@core/project-file/project-file';
import { makeSentence } from '../transcript/build-transcript';

const project: Project = {
  ...blankProject,
  id: 'p',
  media: noMedia,
  sentences: [
    makeSentence('Long.', 1000, 9000, { id: 'a' }),
    makeSentence('Short.', 2000, 3000, { id: 'b' }),
  ],
};

test('[PF9] a document without a recording is written and read again', () => {
  expect(project.media).toMatchObject({ path: '', name: '', durationMs: 0 });
  expect(parseProject(formatProject(project), 'p.zimu')).toEqual(project);
});

test('[PF9] it is as long as its text; any other as its recording', () => {
  expect(getDurationMs(project)).toBe(9000);
  expect(getDurationMs({ ...project, sentences: [] })).toBe(0);
  const media = { ...noMedia, path: '/talk.wav', name: 'talk.wav', durationMs: 4000 };
  expect(getDurationMs({ ...project, media })).toBe(4000);
  expect([hasMedia(noMedia), hasMedia(media)]).toEqual([false, true]);
});
