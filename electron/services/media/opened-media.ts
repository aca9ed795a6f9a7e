import type { MediaAccess, PlaybackReason, PlaybackSubstitute, Publish } from '@contract/api';
import {
  errorToJson,
  isCancelled,
  type StudioError,
  toStudioError,
} from '@core/errors/studio-error';
import { openRegularFile, type RegularFileOptions } from '../files/regular-file';
import { createThrottle } from '../timing/throttle';
import { assertRecording } from './assert-recording';
import { describeTracks, withTrack } from './audio-tracks';
import type { ByteAddresses, ByteKind } from './byte-addresses';
import { findContentType } from './content-type';
import type { MediaTools } from './find-media-tools';
import { findProxy, makeProxy, type ProxyRequest } from './make-proxy';
import { nameCopy } from './name-reading';
import type { Peaks } from './peak-build';
import type { PeakCache } from './peak-cache';
import { planPlayback, playsHeardTrack } from './plan-playback';
import { findVideoStream, type MediaInfo } from './probe-media';

/** What one recording needs of the library. */
export interface OpenedMediaOptions {
  readonly projectId: string;
  readonly path: string;
  /** Of the content. */
  readonly identity: string;
  /** Which of its audio tracks a person chose, from 0; undefined: the usual one. */
  readonly audioTrack: number | undefined;
  /** How it may be opened. */
  readonly opening: RegularFileOptions;
  readonly addresses: ByteAddresses;
  readonly byteUrl: (path: string) => string;
  readonly publish: Publish;
  readonly peakCache: PeakCache;
  readonly proxyFolder: string;
  readonly probe: (path: string, signal: AbortSignal) => Promise<MediaInfo>;
  readonly findTools: (signal: AbortSignal) => Promise<MediaTools>;
}

const peaksIntervalMs = 100;
const proxyIntervalMs = 250;

/** One recording while it is played and drawn: its addresses, its peaks and its proxy. */
export class OpenedMedia {
  private readonly options: OpenedMediaOptions;
  private readonly abort = new AbortController();
  private readonly paths: string[] = [];
  /** Absent until the file was found to be a recording: nothing else is ever given out. */
  private mediaPath: string | undefined;
  private peaksPath: string | undefined;
  private info: MediaInfo | undefined;
  private peaks: Peaks | undefined;
  private peaksError: StudioError | undefined;
  private endPeaks: () => void = () => undefined;
  private proxy: MediaAccess['proxy'] = { state: 'none' };
  private substitute: PlaybackSubstitute | undefined;
  private proxyEnded: Promise<void> = Promise.resolve();

  constructor(options: OpenedMediaOptions) {
    this.options = options;
  }

  /** Whether it is still about this file, and this track of it. */
  isOf(
    found: Pick<OpenedMediaOptions, 'path' | 'audioTrack'>,
    identity: string | undefined,
  ): boolean {
    const { path, audioTrack } = this.options;
    const isSame = path === found.path && audioTrack === found.audioTrack;
    return isSame && this.options.identity === identity;
  }

  /**
   * Sees to what is still missing: the probe, the peaks, a proxy of an earlier time, and one that is
   * known to be needed before anything is played. What fails after the probe leaves a recording that
   * can be played, and is tried again next time.
   * @throws StudioError `media/*`, `tool/*` where it is none, or nobody can say
   */
  async prepare(): Promise<void> {
    const { peakCache, path } = this.options;
    this.info ??= await this.look();
    this.mediaPath ??= this.addFile('media', path);
    try {
      if (this.proxy.state === 'none') await this.findSubstitute(this.info);
      if (this.peaks === undefined) this.follow(await peakCache.open(path, this.info));
    } catch (thrown) {
      this.failPeaks(toStudioError(thrown));
    }
  }

  access(): MediaAccess {
    const { byteUrl } = this.options;
    const { count, isComplete } = this.peaks?.progress() ?? { count: 0, isComplete: false };
    const isOfOther =
      this.info !== undefined && !playsHeardTrack(this.info) && this.proxy.state !== 'ready';
    return {
      state: 'ready',
      url: this.mediaPath === undefined || isOfOther ? '' : byteUrl(this.mediaPath),
      hasVideo: this.info !== undefined && findVideoStream(this.info) !== undefined,
      ...(this.info === undefined ? {} : describeTracks(this.info)),
      ...describeSound(this.info),
      ...(this.substitute === undefined ? {} : { substitute: this.substitute }),
      proxy: this.proxy,
      peaks: {
        url: this.peaksPath === undefined ? '' : byteUrl(this.peaksPath),
        count,
        isComplete,
      },
    };
  }

  /**
   * Begins to make a proxy unless there is one or it is being made; progress is published. A copy
   * that does not do gives way to an encoding.
   */
  startProxy(reason: PlaybackReason = this.substitute?.reason ?? 'format'): void {
    const isReady = this.proxy.state === 'ready';
    if (this.proxy.state === 'making' || (isReady && this.substitute?.way !== 'copy')) return;
    this.begin({ reason, way: 'encode' });
  }

  private async findSubstitute(info: MediaInfo): Promise<void> {
    const planned = planPlayback(info);
    const found = await findProxy(this.proxyRequest(info));
    if (found !== undefined) {
      this.substitute = { reason: planned?.reason ?? 'format', way: found.way };
      this.useProxy(found.path);
    } else if (planned !== undefined) {
      this.begin(planned);
    }
  }

  private begin(substitute: PlaybackSubstitute): void {
    this.substitute = substitute;
    this.proxy = { state: 'making', fraction: 0 };
    this.proxyEnded = this.runProxy(substitute);
  }

  /** Ends what is going on; what was begun and is not whole is removed. */
  async dispose(): Promise<void> {
    this.abort.abort();
    this.endPeaks();
    for (const path of this.paths) this.options.addresses.remove(path);
    await Promise.all([this.peaks?.release(), this.proxyEnded]);
  }

  private async look(): Promise<MediaInfo> {
    const { probe, path, audioTrack } = this.options;
    const info = withTrack(await probe(path, this.abort.signal), audioTrack);
    assertRecording(info);
    return info;
  }

  private addFile(kind: ByteKind, path: string): string {
    const isOriginal = path === this.options.path;
    const opening = isOriginal ? this.options.opening : {};
    return this.add(kind, {
      open: () => openRegularFile(path, opening),
      contentType: findContentType(path),
      view: isOriginal ? this.info?.facts?.view : undefined,
    });
  }

  private add(kind: ByteKind, file: Parameters<ByteAddresses['add']>[1]): string {
    const address = this.options.addresses.add(kind, file);
    this.paths.push(address);
    return address;
  }

  private follow(peaks: Peaks): void {
    const { projectId, publish } = this.options;
    this.peaks = peaks;
    this.peaksError = undefined;
    this.peaksPath = this.add('peaks', {
      open: peaks.open,
      contentType: 'application/octet-stream',
    });
    const tell = createThrottle(peaksIntervalMs, () =>
      publish('peaks.changed', { projectId, ...peaks.progress() }),
    );
    const unsubscribe = peaks.subscribe(({ isComplete }) => {
      tell.request();
      if (isComplete) tell.flush();
    });
    this.endPeaks = () => {
      unsubscribe();
      tell.cancel();
    };
    peaks.completed.then(
      () => this.lookForGaps(peaks),
      (thrown: unknown) => {
        this.endPeaks();
        this.peaks = undefined;
        this.failPeaks(toStudioError(thrown));
      },
    );
  }

  /** An element plays through the pauses of a recorder as if they were none, until it seeks. */
  private lookForGaps(peaks: Peaks): void {
    if (!peaks.hasGaps() || this.info?.timeline !== 'kept' || this.abort.signal.aborted) return;
    // A copy has them as well; one that is being made is followed by an encoding.
    const { state } = this.proxy;
    if (state !== 'none' && !(state === 'ready' && this.substitute?.way === 'copy')) return;
    this.begin({ reason: 'clock', way: 'encode' });
    const { projectId, publish } = this.options;
    publish('media.changed', { projectId, access: this.access() });
  }

  private failPeaks(error: StudioError): void {
    if (isCancelled(error) || this.abort.signal.aborted) return;
    this.peaksError = error;
    const { projectId, publish } = this.options;
    // After the answer to whoever asked, who else would take the answer for the later news.
    setImmediate(() => {
      if (this.peaksError !== error) return;
      publish('peaks.changed', {
        projectId,
        count: 0,
        isComplete: false,
        error: errorToJson(error),
      });
    });
  }

  private async runProxy({ reason, way }: PlaybackSubstitute): Promise<void> {
    const { projectId, publish, findTools } = this.options;
    const { signal } = this.abort;
    const publishAccess = (): void =>
      publish('media.changed', { projectId, access: this.access() });
    const tell = createThrottle(proxyIntervalMs, publishAccess);
    try {
      this.info ??= await this.look();
      const request = this.proxyRequest(this.info);
      const onProgress = (fraction: number): void => {
        this.proxy = { state: 'making', fraction };
        tell.request();
      };
      const tools = await findTools(signal);
      const make = (how: PlaybackSubstitute['way']): Promise<string> =>
        makeProxy(request, how, tools, { signal, onProgress });
      const found = await findProxy(request);
      this.useProxy(found?.way === way ? found.path : await make(way));
    } catch (thrown) {
      const error = toStudioError(thrown);
      // What cannot be copied can still be decoded.
      if (way === 'copy' && !isCancelled(error)) {
        tell.cancel();
        this.substitute = { reason, way: 'encode' };
        return this.runProxy(this.substitute);
      }
      this.proxy = isCancelled(error)
        ? { state: 'none' }
        : { state: 'failed', error: errorToJson(error) };
    }
    tell.cancel();
    if (!signal.aborted) publishAccess();
    if (way === 'copy' && this.peaks !== undefined) this.lookForGaps(this.peaks);
  }

  private useProxy(path: string): void {
    // A new address, so that the element loads anew; the old one holds for what is under way.
    this.mediaPath = this.addFile('media', path);
    this.proxy = { state: 'ready' };
  }

  private proxyRequest(info: MediaInfo): ProxyRequest {
    const { path, proxyFolder } = this.options;
    return { path, info, identity: nameCopy(this.options.identity, info), folder: proxyFolder };
  }
}

function describeSound(info: MediaInfo | undefined): Pick<MediaAccess, 'soundBeginMs'> {
  const sound = info?.streams.find(({ index }) => index === info.audioStreamIndex);
  return sound === undefined ? {} : { soundBeginMs: sound.startOffsetMs };
}
