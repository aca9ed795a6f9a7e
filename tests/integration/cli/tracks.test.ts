import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { quickChild } from '../../helpers/quick-child';
import type { ZimuRun } from '../../helpers/run-zimu';
import { briefSpeech, shortSpeech, useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, inside, insideWith, transcribeInside } = useCliFolder();
/** By a child that hears a sentence wherever it is loud: which track is heard shows by that. */
const hearInside = (...words: string[]): Promise<ZimuRun> =>
  insideWith(['transcribe', ...words], { engineChildScript: quickChild });
const silence = ['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-i', briefSpeech];

/** As cameras and screen recorders write it: a microphone that was muted, and the one that was not. */
function makeTwo(name: string, ...more: readonly string[]): string {
  makeMedia(inFolder(name), [
    ...[...silence, '-shortest', '-map', '0:a', '-map', '1:a', '-c:a', 'flac'],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=ger'],
    ...['-metadata:s:a:1', 'title=Lavalier', ...more],
  ]);
  return name;
}

describe('a recording with several sound tracks', () => {
  it('[TR5] of which the heard one says nothing: the other one is named, and heard when asked for', async () => {
    const name = makeTwo('talk.mkv');
    const silent = await hearInside(name, '--format', 'json', '--json-progress');
    expect(silent.code).toBe(0);
    expect(silent.stderr).toContain('Nothing was recognised in sound track 1: English, FLAC, mono');
    expect(silent.stderr).toContain('The recording also has: 2: German, “Lavalier”, FLAC, mono');
    expect(silent.stderr).toContain('--track N|LANG');
    expect(silent.stderr).toMatch(/"type":"notice".*"kind":"other-tracks".*"heardTrack":0/);
    const asked = ['--force', '--format', 'txt', '--track', 'de'];
    const heard = await hearInside(name, ...asked);
    expect([heard.code, heard.stderr.includes('other')]).toEqual([0, false]);
    expect(readFileSync(inFolder('talk.txt'), 'utf8')).toMatch(/\w+ \w+/);
  });

  it('[TR1] is heard on the track that it marks', async () => {
    const marked = ['-disposition:a:0', '0', '-disposition:a:1', 'default'];
    const name = makeTwo('marked.mkv', ...marked);
    const { code, stderr } = await hearInside(name, '--format', 'txt');
    expect(code).toBe(0);
    expect(stderr).toContain('Sound track 2: German, “Lavalier”, FLAC, mono, default');
    expect(stderr).toContain('There are others: 1: English');
    expect(readFileSync(inFolder('marked.txt'), 'utf8')).toMatch(/\w+ \w+/);
  });

  it.each([
    ['3', 'en', '--track 3: '],
    ['fr', 'en', '2: German, “Lavalier”, FLAC, mono'],
    ['法语', 'zh-CN', '1：英语，FLAC，单声道'],
  ])('[TR2] has no track %s: refused with those that it has', async (asked, locale, said) => {
    const name = makeTwo('talk.mkv');
    for (const words of [
      ['transcribe', name],
      ['align', name, 'text.txt'],
    ]) {
      makeText();
      const { code, stderr } = await insideWith([...words, '--track', asked], {
        env: { ZIMU_LOCALE: locale },
      });
      expect(code).toBe(2);
      expect(stderr).toContain('[usage/invalid]');
      expect(stderr).toContain(said);
    }
  });

  it('says by which number each is chosen', async () => {
    const { stdout } = await inside('probe', makeTwo('talk.mkv'));
    expect(stdout).toMatch(/stream 0 .*eng, track 1.*heard/);
    expect(stdout).toMatch(/stream 1 .*ger, “Lavalier”, track 2/);
    const json = await inside('probe', 'talk.mkv', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      audioStreamIndex: 0,
      streams: [{ language: 'eng' }, { language: 'ger', title: 'Lavalier' }],
    });
  });

  it('a recording of the web has no tracks to choose from', async () => {
    const words = ['transcribe', 'https://example.com/a.mp4', '--engine', 'flash', '--track', '2'];
    const { code, stderr } = await inside(...words);
    expect([code, stderr.includes('[usage/invalid] --track')]).toEqual([2, true]);
  });

  it('one with a single track says nothing of tracks', async () => {
    makeMedia(inFolder('one.mkv'), ['-i', shortSpeech]);
    const { code, stderr } = await transcribeInside('one.mkv', '--track', '1');
    expect([code, stderr.includes('track')]).toEqual([0, false]);
  });
});

function makeText(): void {
  writeFileSync(inFolder('text.txt'), 'Hello there.\n');
}
