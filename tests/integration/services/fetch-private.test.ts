import type { MethodName, MethodOutput, Reply } from '@contract/api';
import { dispatch } from '@contract/dispatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveStudio, type ServedStudio } from '../../../electron/host/serve-studio';
import { createWorkspace } from '../../../electron/services/create-workspace';
import { createMemorySecretStore } from '../../../electron/services/credentials/memory-secret-store';
import { createHandlers } from '../../../electron/services/handlers';
import { findFolders } from '../../../electron/services/settings/folders';
import { makeWav } from '../../helpers/make-wav';
import { openTestWorkspace, type TestWorkspace } from '../../helpers/open-test-workspace';
import {
  createRecordingServer,
  type SeenAsk,
  type ServedRecording,
} from '../../helpers/serve-recording';
import { useServers } from '../../helpers/use-servers';
import { useWorkspace } from '../../helpers/use-workspace';

const servers = useServers();
const { inFolder } = useWorkspace();
const recordings: Record<string, ServedRecording> = {
  '/talk.wav': { bytes: makeWav({ durationMs: 500 }) },
};
const asked: SeenAsk[] = [];
let host = '';
let studio: TestWorkspace;

beforeEach(async () => {
  asked.splice(0);
  host = `localhost:${await servers.listen(createRecordingServer(recordings, asked))}`;
  studio = await openTestWorkspace({ HTTP_PROXY: '', http_proxy: '', ALL_PROXY: '' });
});
afterEach(() => studio.close());

/** A call as a page makes it, whoever wrote the page. */
function call(name: MethodName, input: unknown): Promise<Reply> {
  return dispatch(createHandlers(studio.workspace, studio.host), name, input);
}

const fetchId = 'one';

describe('a page that asks for an address of this computer', () => {
  it('[OP3] is told which host the person has to confirm, and nothing is asked', async () => {
    const address = `http://${host}/talk.wav?signature=s3cr3t`;
    const reply = await call('files.fetch', { address, fetchId });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'address/private-host', data: { host, place: 'computer' } },
    });
    expect(JSON.stringify(reply)).not.toContain('s3cr3t');
    expect(asked).toEqual([]);
  });

  it('[OP3] gets it once the person confirmed the host, and only for that download', async () => {
    const input = { address: `http://${host}/talk.wav`, fetchId };
    const reply = await call('files.fetch', { ...input, confirmedHosts: [host] });
    expect(reply.ok && (reply.value as MethodOutput<'files.fetch'>).name).toBe('talk.wav');
    const count = asked.length;
    expect(await call('files.fetch', input)).toMatchObject({
      error: { code: 'address/private-host' },
    });
    expect(asked).toHaveLength(count);
  });

  it('[OP3] is told the host of each redirection, too', async () => {
    const second = `localhost:${await servers.listen(createRecordingServer(recordings))}`;
    const location = `http://${second}/talk.wav`;
    recordings['/leads-on'] = { bytes: Buffer.alloc(0), status: 302, location };
    const input = { address: `http://${host}/leads-on`, fetchId, confirmedHosts: [host] };
    expect(await call('files.fetch', input)).toMatchObject({
      error: { code: 'address/private-host', data: { host: second } },
    });
    const both = { ...input, confirmedHosts: [host, second] };
    expect(await call('files.fetch', both)).toMatchObject({ ok: true });
  });

  it.each([
    ['more hosts than there can be', Array.from({ length: 7 }, () => host)],
    ['no list', host],
    ['a host without a name', ['']],
  ])('is refused with %s', async (_name, confirmedHosts) => {
    const address = `http://${host}/talk.wav`;
    expect(await call('files.fetch', { address, fetchId, confirmedHosts })).toMatchObject({
      error: { code: 'usage/invalid' },
    });
    expect(asked).toEqual([]);
  });
});

describe('the studio itself', () => {
  let served: ServedStudio | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });

  it('[OP3] is never fetched from, whatever was confirmed', async () => {
    const home = inFolder('served');
    const folders = findFolders({
      env: { ZIMU_HOME: home },
      platform: process.platform,
      homeDirectory: home,
    });
    let workspace: TestWorkspace['workspace'] | undefined;
    served = await serveStudio({
      home,
      description: { version: '1.2.3', systemLanguage: 'en' },
      openWorkspace: async (given) => {
        workspace = await createWorkspace({
          ...given,
          ...{ folders, env: {}, resourcesDirectory: inFolder('resources') },
          ...{ secrets: createMemorySecretStore(), log: () => undefined },
        });
        return workspace;
      },
      rendererDirectory: inFolder('renderer'),
      ...{ port: 0, files: [] },
    });
    const own = `localhost:${new URL(served.url).port}`;
    const fetched = workspace?.fetchFile(`http://${own}/`, fetchId, [own]);
    await expect(fetched).rejects.toMatchObject({
      code: 'address/own-studio',
      data: { host: own },
    });
  });
});
