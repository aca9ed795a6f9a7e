import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planUpload, uploadLimits } from '@isi/plan-upload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeUpload } from '../../../electron/services/media/describe-upload';
import { PeakCache } from '../../../electron/services/media/peak-cache';
import { makeChunk, makeLongWave, makeLyingWave } from '../../helpers/lying-wave';
import { makeWav } from '../../helpers/make-wav';
import {
  createMediaFixture,
  findQuickTools,
  type Heard,
  hear,
  type MediaFixture,
} from './media-fixture';

let fixture: MediaFixture;
/** What is to be heard of all of them. */
let plain: Heard;

beforeAll(async () => {
  fixture = await createMediaFixture(findQuickTools);
  plain = await hear(await place('plain.wav', makeWav(shape)), fixture.tools);
});
afterAll(() => fixture.remove());

function place(name: string, content: Buffer): Promise<string> {
  const path = join(fixture.folder, name);
  return writeFile(path, content).then(() => path);
}

const shape = { durationMs: 5_000 };
const behind = makeChunk('LIST', Buffer.concat([Buffer.from('INFO'), Buffer.alloc(3_200, 200)]));

describe('of a WAV whose header lies, all sound is heard and nothing else', () => {
  test.each([
    ['0.wav', makeLyingWave(0, shape)],
    ['ones.wav', makeLyingWave(0xffff_ffff, shape)],
    ['one second.wav', makeLyingWave(32_000, shape)],
    ['one second, a list.wav', makeLyingWave(32_000, { ...shape, behind })],
    ['zero, a list.wav', makeLyingWave(0, { ...shape, behind })],
    ['right, a list.wav', makeLyingWave(160_000, { ...shape, behind })],
    ['zero: of 64 bits.wav', makeLongWave(0, shape)],
    ['one second, of 64 bits.wav', makeLongWave(32_000, shape)],
  ])('%s', async (name, content) => {
    const path = await place(name, content);
    const { info, samples, warnings } = await hear(path, fixture.tools);
    expect(Buffer.from(samples.buffer).equals(Buffer.from(plain.samples.buffer))).toBe(true);
    expect(info.durationMs).toBe(5_000);
    expect(warnings).toEqual([]);

    const findTools = (): Promise<typeof fixture.tools> => Promise.resolve(fixture.tools);
    const cache = new PeakCache({ folder: join(fixture.folder, 'peaks'), findTools });
    const peaks = await cache.open(path, info);
    expect((await peaks.completed).count).toBe(1_000);
    await cache.dispose();
  });

  test.each([
    ['aiff', 0, (bytes: Buffer) => 8 + bytes.indexOf('SSND')],
    ['aiff', 32_008, (bytes: Buffer) => 8 + bytes.indexOf('SSND')],
    ['w64', 0, (bytes: Buffer) => 16 + bytes.indexOf('data')],
    ['w64', 32_024, (bytes: Buffer) => 16 + bytes.indexOf('data')],
    ['caf', 32_004, (bytes: Buffer) => 12 + bytes.indexOf('data')],
    ['au', 0, () => 12],
    ['au', 32_000, () => 12],
  ])('%s that states %i bytes', async (ending, stated, findAt) => {
    const whole = await fixture.make(`whole.${ending}`, '-i', plain.info.path, '-bitexact');
    expect((await hear(whole, fixture.tools)).info.facts).toBeUndefined();
    const bytes = await readFile(whole);
    if (ending === 'w64') bytes.writeBigUInt64LE(BigInt(stated), findAt(bytes));
    else bytes.writeUInt32BE(stated, findAt(bytes) - 4);
    const path = await place(`lies-${stated}.${ending}`, bytes);
    const { info, samples, warnings } = await hear(path, fixture.tools);
    expect(Buffer.from(samples.buffer).equals(Buffer.from(plain.samples.buffer))).toBe(true);
    // A plan and its estimate are made of this length.
    expect([info.durationMs, info.container.name]).toEqual([5_000, ending]);
    expect(warnings).toEqual([]);
  });

  test('a service is sent sound with a right header', async () => {
    const lying = await hear(await place('sent.wav', makeLyingWave(32_000, shape)), fixture.tools);
    expect(planUpload(describeUpload(lying.info), uploadLimits.flash)).toEqual({
      kind: 'encode',
      reason: 'header',
    });
    expect(planUpload(describeUpload(plain.info), uploadLimits.flash).kind).toBe('as-is');
  });

  test('[MD2] of one that was cut it is said that something is missing', async () => {
    const path = await place('cut.wav', makeLyingWave(640_000, shape));
    const { info, samples, warnings } = await hear(path, fixture.tools);
    expect([info.durationMs, samples.length]).toEqual([5_000, 80_000]);
    expect(warnings).toMatchObject([{ kind: 'shorter-than-stated', statedMs: 20_000 }]);

    const caf = await readFile(await fixture.make('whole.caf', '-i', plain.info.path, '-bitexact'));
    const cut = await place('cut.caf', caf.subarray(0, caf.indexOf('data') + 16 + 32_000));
    const part = await hear(cut, fixture.tools);
    expect([part.info.durationMs, part.samples.length]).toEqual([1_000, 16_000]);
    expect(part.warnings).toMatchObject([{ kind: 'shorter-than-stated', statedMs: 5_000 }]);
  });
});
