import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventName, MediaAccess, StudioEvents } from '@contract/api';
import { blankProject, type Project } from '@core/project-file/project';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createMediaLibrary } from '../../../electron/services/media/media-library';
import { probeMedia } from '../../../electron/services/media/probe-media';
import type { MediaLibrary } from '../../../electron/services/workspace';
import {
  createMediaFixture,
  findQuickTools,
  type Heard,
  hear,
  type MediaFixture,
} from './media-fixture';

type Published = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: StudioEvents[Name] };
}[EventName];

/** A library of one project, whose recording may be another one later. */
export interface TestLibrary {
  readonly library: MediaLibrary;
  readonly published: readonly Published[];
  readonly cacheFolder: string;
  /** The first event like this, past or to come. */
  readonly untilPublished: <Name extends EventName>(
    eventName: Name,
    isIt: (payload: StudioEvents[Name]) => boolean,
  ) => Promise<StudioEvents[Name]>;
  readonly relocate: (newPath: string) => void;
  readonly fetchBytes: (url: string) => Promise<Buffer>;
  /** Asks for one and waits for how it ends. */
  readonly makeProxy: () => Promise<MediaAccess>;
  /** Where the only proxy is. */
  readonly findProxy: () => Promise<string>;
  /** Opens a recording of which something else is played, and waits for that. */
  readonly openProxy: () => Promise<{
    readonly before: MediaAccess;
    readonly access: MediaAccess;
    readonly proxy: Heard;
  }>;
}

/** Media and libraries of one test file. */
export interface LibraryBench {
  readonly fixture: () => MediaFixture;
  /** Whether media can be made with this encoder. */
  readonly hasEncoder: (name: string) => boolean;
  /** @param ffmpegPath instead of the one that works */
  readonly createLibrary: (name: string, path: string, ffmpegPath?: string) => TestLibrary;
}

const isEnded = ({ access }: StudioEvents['media.changed']): boolean =>
  access.proxy.state === 'ready' || access.proxy.state === 'failed';

/** Ends each test's libraries after it, and removes all media after the file. */
export function useLibrary(): LibraryBench {
  let fixture: MediaFixture;
  let encoders = '';
  const libraries: MediaLibrary[] = [];
  beforeAll(async () => {
    fixture = await createMediaFixture(findQuickTools);
    encoders = execFileSync(fixture.maker, ['-v', 'error', '-encoders'], { encoding: 'utf8' });
  });
  afterEach(async () => {
    await Promise.all(libraries.splice(0).map((library) => library.dispose()));
  });
  afterAll(() => fixture.remove());
  return {
    fixture: () => fixture,
    hasEncoder: (name) => encoders.includes(` ${name} `),
    createLibrary: (name, path, ffmpegPath) => {
      const made = createTestLibrary(fixture, { name, path, ffmpegPath });
      libraries.push(made.library);
      return made;
    },
  };
}

interface Recording {
  readonly name: string;
  readonly path: string;
  readonly ffmpegPath: string | undefined;
}

function createTestLibrary(
  fixture: MediaFixture,
  { name, path, ffmpegPath = fixture.tools.ffmpeg.path }: Recording,
): TestLibrary {
  const tools = { ...fixture.tools, ffmpeg: { ...fixture.tools.ffmpeg, path: ffmpegPath } };
  let project: Project = {
    ...blankProject,
    id: 'p1',
    title: '采访 "1"',
    language: 'en',
    engine: '',
    media: { path, name, sizeBytes: 1, durationMs: 1, hasVideo: false },
    sentences: [],
  };
  const published: Published[] = [];
  const waiting = new Set<() => void>();
  const cacheFolder = join(fixture.folder, `cache-${name}`);
  const library = createMediaLibrary({
    projects: {
      read: () => Promise.resolve(project),
      findRecording: () => Promise.resolve({ path: project.media.path, isFromProjectFile: false }),
      formatCopy: () => Promise.resolve(JSON.stringify(project)),
    },
    cacheFolder,
    byteUrl: (bytePath) => `http://127.0.0.1/bytes/${bytePath}`,
    publish: (eventName, payload) => {
      published.push({ name: eventName, payload } as Published);
      for (const check of waiting) check();
    },
    probe: (probedPath, signal) => probeMedia(probedPath, fixture.tools, signal),
    findTools: () => Promise.resolve(tools),
  });
  const untilPublished = <Name extends EventName>(
    eventName: Name,
    isIt: (payload: StudioEvents[Name]) => boolean,
  ): Promise<StudioEvents[Name]> =>
    new Promise((resolve) => {
      const check = (): void => {
        for (const event of published) {
          const payload = event.payload as StudioEvents[Name];
          if (event.name === eventName && isIt(payload)) {
            waiting.delete(check);
            resolve(payload);
          }
        }
      };
      waiting.add(check);
      check();
    });
  const findProxy = async (): Promise<string> => {
    const [fileName, ...others] = await readdir(join(cacheFolder, 'proxies'));
    expect(others).toEqual([]);
    return join(cacheFolder, 'proxies', fileName!);
  };
  return {
    library,
    published,
    cacheFolder,
    untilPublished,
    relocate: (newPath) => {
      project = { ...project, media: { ...project.media, path: newPath } };
    },
    fetchBytes: async (url) =>
      Buffer.from(await (await library.answer(new Request(url))).arrayBuffer()),
    makeProxy: async () => {
      await library.makeProxy('p1');
      return (await untilPublished('media.changed', isEnded)).access;
    },
    findProxy,
    openProxy: async () => {
      const before = await library.open('p1');
      const { access } = await untilPublished('media.changed', isEnded);
      expect(access.proxy).toEqual({ state: 'ready' });
      return { before, access, proxy: await hear(await findProxy(), fixture.tools) };
    },
  };
}
