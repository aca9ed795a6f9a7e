import { fileExtensions } from '@contract/file-kinds';
import { readableFormats } from '@core/formats/registry';
import { describe, expect, it } from 'vitest';
import { listAccepted } from '../../../../renderer/src/state/file-sources';

describe('what a file field takes', () => {
  it('of subtitles is every format that can be read [FM7]', () => {
    expect(listAccepted('subtitle')).toEqual(readableFormats.flatMap((each) => each.extensions));
  });

  it('of everything that can be opened is each kind', () => {
    const all = listAccepted('both');
    for (const extension of Object.values(fileExtensions).flat()) expect(all).toContain(extension);
    expect(all).toEqual(expect.arrayContaining(['audio/*', 'video/*']));
    expect(listAccepted('project')).toEqual(['.zimu']);
  });
});
