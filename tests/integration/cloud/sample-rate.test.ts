import { writeFileSync } from 'node:fs';
import type { AppkeySetting } from '@contract/api';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineResult, TranscriptionRequest } from '../../../electron/engines/engine';
import { makeMedia } from '../../helpers/make-media';
import { makeWav } from '../../helpers/make-wav';
import { recordContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { testAppkeys } from '../../helpers/use-simulator';

const cloud = useCloudBench();
const phone: AppkeySetting = {
  ...{ id: 'phone', name: 'Phone', appkey: testAppkeys.telephone.appkey },
  ...{ model: '电话客服（通用）', tag: 'zh', sampleRateHz: 8000 },
};
const talks: AppkeySetting = {
  ...{ id: 'talks', name: 'Talks', appkey: testAppkeys.chinese.appkey },
  ...{ model: '通用-四川话', tag: 'zh', sampleRateHz: 16000 },
};
beforeEach(() => {
  cloud.settings.current = { appkeys: [phone, talks] };
  cloud.simulator().set({ queueingQueries: 0, runningQueries: 0, taskMs: 0 });
});
afterEach(() => {
  expect(cloud.oss().objects()).toEqual([]);
  expect(cloud.encodedFiles()).toEqual([]);
});

async function run(
  engine: 'flash' | 'file',
  rateHz: number,
  request: Pick<TranscriptionRequest, 'appkeyId' | 'parameters'>,
): Promise<EngineResult> {
  const path = cloud.inFolder(`${String(rateHz)}.wav`);
  writeFileSync(path, makeWav({ durationMs: 4_000, rateHz }));
  const audio = await cloud.open(path);
  return cloud[engine]().transcribe({ audio, ...request }, recordContext());
}
const formatsSent = (from: number): readonly (string | undefined)[] =>
  cloud
    .oss()
    .events.slice(from)
    .filter(({ action }) => action === 'PutObject')
    .map(({ key }) => key.split('.').at(-1));

describe('a recording for file transcription', () => {
  it.each([
    ['of a telephone, for a model of telephones, goes as it is', 8_000, 'phone', 'wav'],
    ['of 16 kHz, for a model of telephones, is converted', 16_000, 'phone', 'mp3'],
    ['of 44.1 kHz, for a model of telephones, is converted', 44_100, 'phone', 'mp3'],
    ['of a telephone, for a model of 16 kHz, is converted', 8_000, 'talks', 'mp3'],
    ['of 16 kHz, for a model of 16 kHz, goes as it is', 16_000, 'talks', 'wav'],
    // The service brings down what is above 16 kHz itself, when it is asked to (protocol §3.2).
    ['of 44.1 kHz, for a model of 16 kHz, goes as it is', 44_100, 'talks', 'wav'],
  ] as const)('%s', async (_title, rateHz, appkeyId, format) => {
    const from = cloud.oss().events.length;
    const { segments } = await run('file', rateHz, { appkeyId });
    expect(segments.length).toBeGreaterThan(0);
    expect(formatsSent(from)).toEqual([format]);
  });

  it('that is converted for another reason is converted to the rate of the model', async () => {
    const path = cloud.inFolder('odd.au');
    makeMedia(path, ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.1:d=4', '-f', 'au']);
    const audio = await cloud.open(path);
    const request = { audio, appkeyId: 'phone' };
    const { segments } = await cloud.file().transcribe(request, recordContext());
    expect(segments.length).toBeGreaterThan(0);
  });

  it('is refused as the service says where nobody entered the model', async () => {
    cloud.settings.current = { appkeys: [{ id: 'p', name: 'P', appkey: phone.appkey }] };
    await expect(run('file', 16_000, { appkeyId: 'p' })).rejects.toMatchObject({
      code: 'engine/audio-refused',
      data: { vendorCode: '41050008', entry: 'file/41050008' },
    });
  });

  it('is converted anew where the model was entered after it was', async () => {
    cloud.settings.current = { appkeys: [{ id: 'phone', name: 'P', appkey: phone.appkey }] };
    const path = cloud.inFolder('late.au');
    makeMedia(path, ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.1:d=4', '-f', 'au']);
    const audio = await cloud.open(path);
    const abort = new AbortController();
    let kept: JsonValue = null;
    cloud.faults.choose = ({ action }) => {
      if (action === 'PutObject') {
        abort.abort(new StudioError('job/interrupted', 'the program ends'));
      }
      return undefined;
    };
    const keep = (state: JsonValue): Promise<void> => {
      kept = state;
      return Promise.resolve();
    };
    const request = { audio, appkeyId: 'phone' };
    await expect(
      cloud.file().transcribe(request, { ...recordContext(abort.signal), keep }),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(cloud.encodedFiles()).toHaveLength(1);
    cloud.faults.choose = () => undefined;
    cloud.settings.current = { appkeys: [phone] };
    const { segments } = await cloud.file().transcribe(request, { ...recordContext(), keep, kept });
    expect(segments.length).toBeGreaterThan(0);
  });
});

describe('a recording for flash', () => {
  it.each([
    [8_000, 'phone'],
    [16_000, 'phone'],
    [8_000, 'talks'],
    [44_100, 'talks'],
  ] as const)('of %i Hz for %s goes as it is: the service converts', async (rateHz, appkeyId) => {
    const { segments } = await run('flash', rateHz, { appkeyId });
    expect(segments.length).toBeGreaterThan(0);
    const asked = cloud.simulator().requests.findLast(({ target }) => target === 'flash');
    expect(asked?.parameters).toMatchObject({
      format: 'wav',
      sample_rate: appkeyId === 'phone' ? '8000' : '16000',
    });
  });

  it('is refused as the service says where it is asked for another rate than the model’s', async () => {
    const parameters = { sample_rate: 8000 };
    await expect(run('flash', 8_000, { appkeyId: 'talks', parameters })).rejects.toMatchObject({
      code: 'engine/audio-refused',
      data: { vendorCode: '41010101' },
    });
  });
});
