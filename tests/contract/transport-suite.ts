import { methodNames, type Reply, type StudioSettings, type Transport } from '@contract/api';
import { createClient, type StudioClient } from '@contract/client';
import { diffRecords } from '@core/edits/make-diff';
import type { ErrorCode } from '@core/errors/error-codes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSentence } from '../unit/core/transcript/build-transcript';

/** A way to the services, over a studio with an empty data folder. */
export interface TransportUnderTest {
  readonly transport: Transport;
  close(): Promise<void>;
}

const ids = { projectId: 'absent', fileId: 'never-granted' };

/**
 * What every transport must do alike: the same calls, the same coded errors, the same events.
 * @param open makes a studio and the way to it; called once
 */
export function describeTransport(name: string, open: () => Promise<TransportUnderTest>): void {
  describe(`the transport of ${name}`, () => {
    let underTest: TransportUnderTest;
    let client: StudioClient;
    const invoke = (method: string, input: unknown): Promise<Reply> =>
      underTest.transport.invoke(method, input);
    beforeAll(async () => {
      underTest = await open();
      client = createClient(underTest.transport);
    });
    afterAll(() => underTest.close());

    describe('a call', () => {
      it('is answered', async () => {
        const description = await client.call('host.describe', {});
        expect(description.version).toMatch(/^\d+\.\d+\.\d+$/);
        expect(description.platform).toBe(process.platform);
        expect(await client.call('projects.list', {})).toEqual([]);
        expect(await client.call('jobs.list', {})).toEqual([]);
        expect((await client.call('engines.list', {})).map(({ id }) => id)).toContain('local');
        const profiles = await client.call('rules.profiles', {});
        expect(profiles.map(({ id }) => id)).toContain('netflix-zh-Hans');
      });

      it.each(methodNames)('is known and has its arguments checked: %s', async (method) => {
        const reply = await invoke(method, { unheardOf: true });
        expect(reply).toMatchObject({ ok: false, error: { code: 'usage/invalid' } });
        // Not as an unknown call: those carry their bare name.
        expect(reply.ok ? '' : reply.error.data['problem']).toMatch(`${method}: `);
      });

      it.each([
        ['an unknown name', 'projects.destroy', {}],
        ['no name', '', {}],
        ['a name of the prototype', 'toString', {}],
        ['no arguments', 'projects.open', undefined],
        ['arguments that are no object', 'projects.open', 7],
        ['a list', 'projects.open', []],
        ['an argument of another kind', 'projects.open', { projectId: 7 }],
        ['an empty id', 'projects.open', { projectId: '' }],
        ['a place that is no job', 'jobs.move', { jobId: 'a', beforeId: 1 }],
        ['a value out of bounds', 'settings.update', { changes: { volume: 2 } }],
        ['a way of importing that is none', 'projects.importFile', { ...ids, mode: 'append' }],
        ['an edit without its diff', 'projects.edit', { projectId: 'a', origin: 'b', label: 'x' }],
      ])('is refused with a code for %s', async (_name, method, input) => {
        expect(await invoke(method, input)).toMatchObject({
          ok: false,
          error: { name: 'StudioError', code: 'usage/invalid' },
        });
      });

      const failures: readonly (readonly [string, unknown, ErrorCode])[] = [
        ['projects.open', { projectId: 'absent' }, 'project/not-found'],
        ['projects.undo', { projectId: 'absent' }, 'project/not-found'],
        ['projects.openFile', { fileId: 'never-granted' }, 'file/not-granted'],
        [
          'files.saveInto',
          { folderId: 'never', files: [{ name: 'a', text: '' }] },
          'file/not-granted',
        ],
        ['projects.previewImport', { fileId: 'never-granted' }, 'file/not-granted'],
        ['projects.importFile', { ...ids, mode: 'merge' }, 'file/not-granted'],
        ['projects.listImports', { projectId: 'absent' }, 'project/not-found'],
        ['media.open', { projectId: 'absent' }, 'project/not-found'],
        ['jobs.retry', { jobId: 'absent' }, 'job/not-found'],
        ['jobs.pause', { jobId: 'absent' }, 'job/not-found'],
        ['jobs.resume', { jobId: 'absent' }, 'job/not-found'],
        ['jobs.move', { jobId: 'absent', beforeId: 'gone' }, 'job/not-found'],
      ];
      it.each(failures)('that fails is a coded reply: %s', async (method, input, code) => {
        expect(await invoke(method, input)).toMatchObject({
          ok: false,
          error: { name: 'StudioError', code, message: expect.any(String) as string },
        });
      });

      it('that fails is thrown by the client with its code', async () => {
        await expect(
          client.call('projects.openFile', { fileId: '../../etc/passwd' }),
        ).rejects.toMatchObject({ name: 'StudioError', code: 'file/not-granted' });
      });

      it('that is refused does not carry a new secret back', async () => {
        const accessKeySecret = 'one secret in two words';
        const change = { kind: 'accessKey', accessKeyId: 'LTAI0123', accessKeySecret };
        const reply = await invoke('credentials.set', change);
        expect(reply).toMatchObject({ ok: false, error: { code: 'usage/invalid' } });
        const said = JSON.stringify(reply);
        expect(said).toContain('accessKeySecret');
        expect(said).not.toContain(accessKeySecret);
      });

      it('may be big', async () => {
        // Long words: what is big here is the message, not the work of looking through it.
        const text = `few words of it are 字幕 ${'enough'.repeat(500)}`;
        const sentence = makeSentence(text, 0, 900);
        const added = Array.from({ length: 1_000 }, (_, index) => ({
          ...sentence,
          id: `s${index}`,
        }));
        const input = {
          projectId: 'absent',
          origin: 'test',
          label: 'setText',
          diff: diffRecords('sentences', { added }),
        };
        expect(JSON.stringify(input).length).toBeGreaterThan(5_000_000);
        // Read to its end and found in order, or it would be refused as it came.
        expect(await invoke('projects.edit', input)).toMatchObject({
          ok: false,
          error: { code: 'project/not-found' },
        });
      });

      it('takes a setting back to its default', async () => {
        const settings = await client.call('settings.update', { changes: { exportFormat: 'vtt' } });
        expect(settings.exportFormat).toBe('vtt');
        const changes = { followPlayback: true };
        await client.call('settings.update', { changes, cleared: ['exportFormat'] });
        const kept = await client.call('settings.read', {});
        expect([kept.exportFormat, kept.followPlayback]).toEqual([undefined, true]);
      });

      it('is not confused with others at the same time', async () => {
        const names = Array.from({ length: 100 }, (_, index) => `no.such.call.${index}`);
        const replies = await Promise.all(names.map((method) => invoke(method, {})));
        expect(replies.map((reply) => (reply.ok ? '' : reply.error.data['problem']))).toEqual(
          names,
        );
      });
    });

    describe('an event', () => {
      const listen = (): { readonly heard: StudioSettings[]; readonly stop: () => void } => {
        const heard: StudioSettings[] = [];
        const stop = client.on('settings.changed', (settings) => heard.push(settings));
        return { heard, stop };
      };
      const setVolume = (volume: number): Promise<StudioSettings> =>
        client.call('settings.update', { changes: { volume } });

      it('reaches every listener, once and in order', async () => {
        const first = listen();
        const second = listen();
        const volumes = Array.from({ length: 20 }, (_, index) => (index + 1) / 100);
        for (const volume of volumes) await setVolume(volume);
        await vi.waitFor(() => expect(second.heard).toHaveLength(volumes.length));
        for (const { heard, stop } of [first, second]) {
          expect(heard.map(({ volume }) => volume)).toEqual(volumes);
          stop();
        }
      });

      it('reaches nobody who has ended his subscription', async () => {
        const gone = listen();
        const staying = listen();
        gone.stop();
        // Twice does no harm.
        gone.stop();
        await setVolume(0.5);
        await vi.waitFor(() => expect(staying.heard).toHaveLength(1));
        expect(gone.heard).toEqual([]);
        staying.stop();
      });

      it('reaches nobody who listens to another one, or to none that there is', async () => {
        const wrong = vi.fn();
        const stops = ['jobs.changed', 'job.changed', 'toString', ''].map((event) =>
          underTest.transport.subscribe(event, wrong),
        );
        const { heard, stop } = listen();
        await setVolume(0.6);
        await vi.waitFor(() => expect(heard).toHaveLength(1));
        expect(wrong).not.toHaveBeenCalled();
        for (const end of [...stops, stop]) end();
      });
    });
  });
}
