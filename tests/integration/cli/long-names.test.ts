import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scriptedSpeech, unfinishedSpeech } from '../../helpers/scripted-speech';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { path, place, insideWith, transcribeInside } = useCliFolder();

describe('a recording whose name is as long as a disk allows', () => {
  it.each([
    ['letters', `${'a'.repeat(251)}.mp3`, `${'a'.repeat(238)}.json`],
    ['Chinese', `${'录'.repeat(83)}.mp3`, `${'录'.repeat(79)}.json`],
  ])('[FN1] gets a result whose name is shortened: %s', async (_kind, name, result) => {
    place(name);
    const { code, stderr } = await transcribeInside(name, '--format', 'json');
    expect(code).toBe(0);
    expect(stderr).toContain(result);
    expect(readdirSync(path())).toContain(result);
  });

  it('[FN2] keeps what was recognised when it is stopped', async () => {
    const name = place(`${'a'.repeat(251)}.mp3`);
    const stop = new AbortController();
    const { code } = await insideWith(
      ['transcribe', ...unfinishedSpeech.words, name, '--json-progress'],
      {
        env: unfinishedSpeech.env,
        signal: stop.signal,
        onStderr: (text) => {
          if (text.includes('"type":"sentence"')) stop.abort();
        },
      },
    );
    expect(code).toBe(5);
    expect(readdirSync(path())).toContain(`${'a'.repeat(239)}.partial.srt`);
  });

  it('[FN2] keeps it also beside a name that a person gave', async () => {
    const name = place('talk.flac');
    const stop = new AbortController();
    const out = `${'b'.repeat(251)}.srt`;
    const { code } = await insideWith(
      ['transcribe', ...unfinishedSpeech.words, name, '--out', out, '--json-progress'],
      {
        env: unfinishedSpeech.env,
        signal: stop.signal,
        onStderr: (text) => {
          if (text.includes('"type":"sentence"')) stop.abort();
        },
      },
    );
    expect(code).toBe(5);
    expect(readdirSync(path())).toContain(`${'b'.repeat(243)}.partial.srt`);
  });
});

describe('[FN3] a name that no disk takes', () => {
  it('is refused before anything is heard', async () => {
    place('talk.flac');
    const { code, stderr } = await insideWith(
      [
        'transcribe',
        ...scriptedSpeech.words,
        'talk.flac',
        '--json-progress',
        '--out',
        `${'c'.repeat(252)}.srt`,
      ],
      { env: scriptedSpeech.env },
    );
    expect(code).toBe(6);
    expect(stderr).toContain('output/name-too-long');
    expect(stderr).not.toContain('"type":"sentence"');
  });
});

describe('[FN1] recordings whose results would be one', () => {
  it('keep their endings, also where their names are long', async () => {
    const stem = 'd'.repeat(251);
    place(`${stem}.mp3`);
    place(`${stem}.wav`);
    const { code } = await transcribeInside(`${stem}.mp3`, `${stem}.wav`);
    expect(code).toBe(0);
    const results = readdirSync(path()).filter((name) => name.endsWith('.srt'));
    expect(results.sort()).toEqual([`${'d'.repeat(235)}.mp3.srt`, `${'d'.repeat(235)}.wav.srt`]);
  });
});
