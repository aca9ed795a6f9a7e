import { describe, expect, it } from 'vitest';
import { findFileArguments, parseSentFiles } from '../../../electron/main/file-arguments';

describe('the files of a command line', () => {
  it.each([
    ['a packaged start', ['/opt/zimu/zimu', 'talk.mp3'], ['/home/me/talk.mp3']],
    ['a start from the sources', ['electron', '/src/zimu', 'talk.mp3'], ['/home/me/talk.mp3']],
    ['switches around them', ['zimu', '--lang=zh', '/a b/c.wav', '-x'], ['/a b/c.wav']],
    ['none', ['zimu', ''], []],
  ])('%s', (_name, words, files) => {
    const place = { workingDirectory: '/home/me', applicationPath: '/src/zimu' };
    expect(findFileArguments({ words, ...place })).toEqual(files);
  });
});

describe('what a second start sent', () => {
  it.each([
    ['files', { files: ['/a', '/b'] }, ['/a', '/b']],
    ['something else among them', { files: ['/a', 7] }, ['/a']],
    ['no list', { files: '/a' }, []],
    ['nothing', undefined, []],
    ['null', null, []],
  ])('%s', (_name, data, files) => {
    expect(parseSentFiles(data)).toEqual(files);
  });
});
