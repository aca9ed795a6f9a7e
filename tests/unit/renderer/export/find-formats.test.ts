import { writableFormats } from '@core/formats/registry';
import { describe, expect, it } from 'vitest';
import { findFormats } from '../../../../renderer/src/features/export/find-formats';

const find = (sought: string): readonly string[] =>
  findFormats(sought).flatMap(({ formats }) => formats.map(({ format }) => format.id));

describe('the formats of an export', () => {
  it('are all there, each once, and those of a purpose together', () => {
    expect([...find(' ')].sort()).toEqual(writableFormats.map(({ id }) => id).sort());
    const purposes = findFormats('').map(({ purpose }) => purpose);
    expect(purposes).toEqual(['subtitles', 'reading', 'editing', 'data']);
    expect(find('')[0]).toBe('srt');
  });

  it.each([
    ['premiere', ['srt', 'ttml', 'scc', 'stl', 'csv', 'tsv']],
    ['剪映', ['srt']],
    ['达芬奇', ['srt', 'fcpxml', 'edl']],
    ['davinci mark', ['edl']],
    ['Word', ['docx']],
    ['final cut', ['srt', 'scc', 'fcpxml']],
    ['歌词', ['lrc']],
    ['.dfxp', ['ttml']],
    ['nothing at all', []],
  ])('are found by %j', (sought, ids) => {
    expect(find(sought)).toEqual(expect.arrayContaining(ids));
    if (sought !== 'Word') expect(find(sought)).toHaveLength(ids.length);
  });

  it('say by which program they were found', () => {
    const [subtitles] = findFormats('capcut');
    expect(subtitles?.formats).toMatchObject([{ format: { id: 'srt' }, programs: ['CapCut'] }]);
    expect(findFormats('')[0]?.formats[0]?.programs).toEqual([]);
  });
});
