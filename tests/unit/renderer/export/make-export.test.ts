import type { ExportChoices } from '@contract/api';
import { blankProject, type Project } from '@core/project-file/project';
import { describe, expect, it } from 'vitest';
import {
  findWrongOptions,
  formatExport,
  getFormat,
  isWrongLimit,
  listExportLosses,
  makePreview,
  type NumberField,
  parseLimit,
} from '../../../../renderer/src/features/export/make-export';

function project(count: number): Project {
  const sentences = Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    beginMs: index * 2000,
    endMs: index * 2000 + 1500,
    text: 'Hello there',
    channel: 0,
    speaker: 'Mara',
    words: [
      {
        before: '',
        text: 'Hello',
        after: ' ',
        beginMs: index * 2000,
        endMs: index * 2000 + 700,
        timing: 'measured' as const,
      },
      {
        before: '',
        text: 'there',
        after: '',
        beginMs: index * 2000 + 700,
        endMs: index * 2000 + 1500,
        timing: 'estimated' as const,
      },
    ],
  }));
  return {
    ...blankProject,
    id: 'p',
    title: 'Talk',
    language: 'en',
    engine: 'local',
    media: {
      path: '/recordings/talk.wav',
      name: 'talk.wav',
      sizeBytes: 1,
      durationMs: count * 2000,
      hasVideo: false,
    },
    sentences,
  };
}

const choices: ExportChoices = { format: 'srt', values: {} };
const lines = getFormat('srt').options.find(({ name }) => name === 'maxLines') as NumberField;

describe('the preview', () => {
  it('of a short text is the file itself', () => {
    const preview = makePreview(project(3), choices);
    expect(preview).toEqual({
      text: formatExport(project(3), choices),
      count: 3,
      isPart: false,
    });
  });

  it('of a long text is its beginning, and counts all of it', () => {
    const preview = makePreview(project(1000), choices);
    expect(preview.count).toBe(1000);
    expect(preview.isPart).toBe(true);
    expect(String(formatExport(project(1000), choices)).startsWith(preview.text)).toBe(true);
  });

  it('counts a cue for each word where that is asked for', () => {
    expect(makePreview(project(3), { ...choices, values: { words: true } }).count).toBe(6);
  });
});

describe('the file', () => {
  it('has the lines that were asked for', () => {
    expect(formatExport(project(1), { ...choices, values: { maxLineCharacters: '6' } })).toBe(
      '1\n00:00:00,000 --> 00:00:01,500\nHello\nthere\n',
    );
  });

  it('names speakers only where the format can and they are wanted', () => {
    expect(formatExport(project(1), choices)).not.toContain('Mara');
    expect(formatExport(project(1), { ...choices, format: 'vtt' })).toContain('<v Mara>');
    const unnamed = { format: 'txt', values: { speakers: false } };
    expect(formatExport(project(1), unnamed)).toBe('Hello there\n');
  });

  it('of JSON can be read back', () => {
    const text = String(formatExport(project(2), { ...choices, format: 'json' }));
    expect(JSON.parse(text)).toMatchObject({ engine: 'local', sentences: project(2).sentences });
  });
});

describe('what a format has no place for', () => {
  it('is listed before it is written', () => {
    expect(listExportLosses(project(2), choices)).toEqual([
      { code: 'speakers', count: 2 },
      { code: 'word-times', count: 2 },
    ]);
    expect(listExportLosses(project(2), { ...choices, format: 'json' })).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['2', 2],
    [' 9 ', 9],
    ['10', 10],
    ['', undefined],
    ['0', undefined],
    ['11', undefined],
    ['two', undefined],
    ['1.5', undefined],
  ])('of lines: %j is %s', (typed, value) => {
    expect(parseLimit(lines, typed)).toBe(value);
  });

  it('left empty are not wrong', () => {
    expect(isWrongLimit(lines, '')).toBe(false);
    expect(isWrongLimit(lines, '0')).toBe(true);
  });
});

describe('the start of a programme', () => {
  const start = { programmeStart: '01:00:00:29' };

  it('[FM81] has to be a frame of every format that is written', () => {
    const at = (format: string, also: readonly string[], values = {}): unknown =>
      findWrongOptions(project(1), { format, also, values: { ...start, ...values } }).get(
        'programmeStart',
      )?.parameters['rate'];
    expect(at('edl', [])).toBe('25');
    expect(at('srt', ['edl'], { fps: '30' })).toBeUndefined();
    expect(at('scc', [])).toBeUndefined();
    expect(at('scc', ['avid-ds'])).toBe('25');
  });

  it('is left out of the preview where it is wrong, and tells what it looks like', () => {
    const wrong = { format: 'edl', values: { programmeStart: 'noon' } };
    expect([...findWrongOptions(project(1), wrong)]).toEqual([['programmeStart', undefined]]);
    const plain = makePreview(project(1), { format: 'edl', values: {} });
    expect(makePreview(project(1), wrong)).toEqual(plain);
    expect(makePreview(project(1), { format: 'edl', values: start })).toEqual(plain);
  });
});
