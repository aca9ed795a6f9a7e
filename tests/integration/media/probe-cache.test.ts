import { chmodSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMediaTools, type MediaTools } from '../../../electron/services/media/find-media-tools';
import { createProbeCache } from '../../../electron/services/media/probe-cache';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { makeWav } from '../../helpers/make-wav';
import { useStandaloneTools } from '../../helpers/use-standalone-tools';

useStandaloneTools();

let folder = '';
let path = '';
let tools: MediaTools;
/** What ffprobe was started for. */
let asked: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-probe-'));
  path = join(folder, 'talk.wav');
  writeFileSync(path, makeWav({ durationMs: 1_000 }));
  tools = await findMediaTools();
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Long after all files were written, unless a test says otherwise. */
const later = (): number => Date.now() + 60_000;

const open = (options: { readonly now?: () => number; readonly limit?: number } = {}) =>
  createProbeCache({
    now: later,
    ...options,
    probe: (...given) => {
      asked.push(given[0]);
      return probeMedia(...given);
    },
  });

describe('what is in a recording', () => {
  it('is asked once, and is what the file itself says', async () => {
    const probe = open();
    const first = await probe(path, tools);
    expect(await probe(path, tools)).toEqual(first);
    expect(asked).toEqual([path]);
    expect(first).toEqual(await probeMedia(path, tools));
  });

  it.each<[string, () => void]>([
    ['has another length', () => writeFileSync(path, makeWav({ durationMs: 2_000 }))],
    [
      'is replaced under an old time',
      () => {
        writeFileSync(join(folder, 'new.wav'), makeWav({ durationMs: 2_000 }));
        utimesSync(join(folder, 'new.wav'), 1, 1);
        renameSync(join(folder, 'new.wav'), path);
      },
    ],
    [
      'has other sound of the same size under the same time',
      () => {
        writeFileSync(path, makeWav({ durationMs: 1_000 }).fill(7, 4_000, 4_010));
        utimesSync(path, 1, 1);
      },
    ],
    ['has other rights', () => chmodSync(path, 0o600)],
  ])('is asked anew of a file that %s', async (_how, change) => {
    utimesSync(path, 1, 1);
    const probe = open();
    await probe(path, tools);
    change();
    expect(await probe(path, tools)).toEqual(await probeMedia(path, tools));
    expect(asked).toEqual([path, path]);
  });

  it('is not remembered of a file that was changed a moment ago', async () => {
    const probe = open({ now: Date.now });
    await probe(path, tools);
    await probe(path, tools);
    expect(asked).toEqual([path, path]);
  });

  it('is asked anew where another tool reads it', async () => {
    const probe = open();
    await probe(path, tools);
    await probe(path, { ...tools, ffprobe: { ...tools.ffprobe, version: 'other' } });
    expect(asked).toEqual([path, path]);
  });

  it('is not known of a file that is gone or was no recording', async () => {
    const probe = open();
    await probe(path, tools);
    rmSync(path);
    await expect(probe(path, tools)).rejects.toMatchObject({ code: 'media/not-found' });
    writeFileSync(path, 'no sound');
    for (const _ of [1, 2]) {
      await expect(probe(path, tools)).rejects.toMatchObject({ code: 'media/unreadable' });
    }
    writeFileSync(path, makeWav({ durationMs: 1_000 }));
    expect((await probe(path, tools)).durationMs).toBe(1_000);
  });

  it('is not given to work that was cancelled', async () => {
    const probe = open();
    await probe(path, tools);
    const cancelled = probe(path, tools, AbortSignal.abort());
    await expect(cancelled).rejects.toMatchObject({ code: 'job/cancelled' });
  });

  it('is forgotten of the recording that was longest not asked for', async () => {
    const others = ['b.wav', 'c.wav'].map((name) => join(folder, name));
    for (const other of others) writeFileSync(other, makeWav({ durationMs: 500 }));
    const probe = open({ limit: 2 });
    for (const each of [path, others[0]!, path, others[1]!, path, others[0]!]) {
      await probe(each, tools);
    }
    expect(asked).toEqual([path, others[0], others[1], others[0]]);
  });
});
