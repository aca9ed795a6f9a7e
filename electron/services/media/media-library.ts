import { join } from 'node:path';
import type { MediaAccess, Publish } from '@contract/api';
import { toStudioError } from '@core/errors/studio-error';
import { hasMedia, type ProjectMedia } from '@core/project-file/project';
import type { Projects } from '../projects/projects';
import type { MediaLibrary } from '../workspace';
import { answerFile } from './answer-file';
import { ByteAddresses } from './byte-addresses';
import type { MediaTools } from './find-media-tools';
import { readMediaIdentity } from './media-identity';
import { OpenedMedia } from './opened-media';
import { PeakCache } from './peak-cache';
import type { MediaInfo } from './probe-media';

export interface MediaLibraryOptions {
  readonly projects: Pick<Projects, 'read' | 'findRecording' | 'formatCopy'>;
  /** What can be made again: peaks and proxies lie in folders of it. */
  readonly cacheFolder: string;
  readonly byteUrl: (path: string) => string;
  readonly publish: Publish;
  readonly probe: (path: string, signal: AbortSignal) => Promise<MediaInfo>;
  readonly findTools: (signal?: AbortSignal) => Promise<MediaTools>;
}

/** What a look at a project's recording found. */
interface Look {
  readonly recorded: ProjectMedia;
  /** Whether the recording is one that may be opened, wherever it is now. */
  readonly isKnown: boolean;
}

/** One project's recording: as it was last found, and the look at its file that comes last. */
interface MediaEntry {
  media: OpenedMedia | undefined;
  lastLook: Promise<unknown>;
}

/** The recordings of all projects that were opened since the start. */
export function createMediaLibrary(options: MediaLibraryOptions): MediaLibrary {
  const { projects, cacheFolder, findTools } = options;
  const addresses = new ByteAddresses();
  const peakCache = new PeakCache({ folder: join(cacheFolder, 'peaks'), findTools });
  const entries = new Map<string, MediaEntry>();

  /** Finds out whether the file is there and still the same. */
  const look = async (projectId: string, entry: MediaEntry): Promise<Look> => {
    const { media: recorded, audioTrack } = await projects.read(projectId);
    const found = await projects.findRecording(projectId);
    const opening = { followsLinks: found?.isFromProjectFile === false };
    const identity = await (found === undefined
      ? undefined
      : readMediaIdentity(found.path, opening).catch(() => undefined));
    if (
      found === undefined ||
      identity === undefined ||
      entry.media?.isOf({ path: found.path, audioTrack }, identity) !== true
    ) {
      await entry.media?.dispose();
      entry.media = undefined;
    }
    // Not there, or not to be read: the text can be edited all the same.
    if (found === undefined || identity === undefined) {
      return { recorded, isKnown: found !== undefined };
    }
    entry.media ??= new OpenedMedia({
      ...options,
      projectId,
      path: found.path,
      audioTrack,
      identity,
      opening,
      addresses,
      peakCache,
      proxyFolder: join(cacheFolder, 'proxies'),
    });
    await entry.media.prepare();
    return { recorded, isKnown: true };
  };

  const open = async (
    projectId: string,
    use: (media: OpenedMedia) => void = () => undefined,
  ): Promise<MediaAccess> => {
    const entry = entries.get(projectId) ?? { media: undefined, lastLook: Promise.resolve() };
    entries.set(projectId, entry);
    // Two windows that open a project at once must not build its peaks twice.
    const looked = entry.lastLook.then(() => look(projectId, entry));
    entry.lastLook = looked.catch(() => undefined);
    const { recorded, isKnown } = await looked;
    const { hasVideo } = recorded;
    if (entry.media === undefined) {
      if (!hasMedia(recorded)) return { ...missing, hasVideo, state: 'none' };
      return { ...missing, hasVideo, ...(isKnown ? {} : { isOnlyNamed: true }) };
    }
    use(entry.media);
    return entry.media.access();
  };

  return {
    open: (projectId) => open(projectId),
    makeProxy: (projectId, reason) => open(projectId, (media) => media.startProxy(reason)),
    async follow(projectId) {
      // Nobody plays what was not opened.
      if (!entries.has(projectId)) return;
      const access = await open(projectId);
      options.publish('media.changed', { projectId, access });
    },
    async answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
      }
      const [kind = '', key = ''] = new URL(request.url).pathname.split('/').slice(-2);
      if (kind === 'projects') return answerCopy(projects, key, request.method);
      const file = addresses.find(`${kind}/${key}`);
      return file === undefined ? notFound() : answerFile(request, file);
    },
    async dispose() {
      for (const entry of entries.values()) {
        await entry.lastLook;
        await entry.media?.dispose();
      }
      entries.clear();
      await peakCache.dispose();
    },
  };
}

const missing: Omit<MediaAccess, 'hasVideo'> = {
  state: 'missing',
  url: '',
  proxy: { state: 'none' },
  peaks: { url: '', count: 0, isComplete: false },
};

/** A project as a file to download. */
async function answerCopy(
  projects: MediaLibraryOptions['projects'],
  projectId: string,
  method: string,
): Promise<Response> {
  try {
    const { title } = await projects.read(projectId);
    const text = Buffer.from(await projects.formatCopy(projectId));
    const name = encodeURIComponent(`${title}.zimu`).replaceAll("'", '%27');
    return new Response(method === 'HEAD' ? null : text, {
      headers: {
        'content-type': 'application/json',
        'content-length': String(text.length),
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (thrown) {
    if (toStudioError(thrown).code === 'project/not-found') return notFound();
    return new Response(null, { status: 500 });
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
