import type { MediaAccess, Publish } from '@contract/api';
import { hasMedia, type Project } from '@core/project-file/project';
import { formatPeakFileHeader, growingHeader, layOutLevels } from '@core/waveform/peak-file';
import { joinPairs, levelCount, levelFactor, peaksPerSecond } from '@core/waveform/peaks';
import type { DemoOptions } from './demo-options';
import { makePeakPairs, makeSound } from './make-sound';

interface Kept {
  access: MediaAccess;
  readonly pairs: Int16Array<ArrayBuffer>;
  readonly file: Blob;
}

/** Of a project whose recording nobody chose yet. */
const noAccess: MediaAccess = {
  ...{ state: 'none', url: '', hasVideo: false },
  proxy: { state: 'none' },
  peaks: { url: '', count: 0, isComplete: false },
};

/** Sound and peaks of the demo's projects, made when first asked for. */
export class DemoMedia {
  readonly #kept = new Map<string, Kept>();
  readonly #publish: Publish;
  readonly #options: DemoOptions;
  readonly #sound: Project['sentences'];

  /** @param sound the sentences that can be heard in projects which have none yet */
  constructor(publish: Publish, options: DemoOptions, sound: Project['sentences']) {
    this.#publish = publish;
    this.#options = options;
    this.#sound = sound;
    this.#answerPeaks();
  }

  open(project: Project): MediaAccess {
    const known = this.#kept.get(project.id);
    if (known !== undefined) return known.access;
    if (!hasMedia(project.media)) return noAccess;
    const { durationMs } = project.media;
    const heard = project.sentences.length === 0 ? this.#sound : project.sentences;
    const pairs = makePeakPairs(heard, durationMs, peaksPerSecond);
    const isGrowing = this.#options.peaks === 'growing';
    const kept: Kept = {
      pairs,
      file: makePeakFile(pairs, durationMs),
      access: {
        ...this.#describeState(),
        url: this.#makeMediaUrl(project),
        hasVideo: false,
        proxy: { state: 'none' },
        peaks: {
          url: `/demo-peaks/${project.id}`,
          count: isGrowing ? 0 : pairs.length / 2,
          isComplete: !isGrowing,
        },
      },
    };
    this.#kept.set(project.id, kept);
    if (isGrowing) this.#grow(project.id, kept);
    return kept.access;
  }

  makeProxy(project: Project): MediaAccess {
    this.open(project);
    const kept = this.#kept.get(project.id)!;
    let fraction = 0;
    const tell = (proxy: MediaAccess['proxy'], url = kept.access.url): MediaAccess => {
      kept.access = { ...kept.access, proxy, url };
      this.#publish('media.changed', { projectId: project.id, access: kept.access });
      return kept.access;
    };
    const timer = setInterval(() => {
      fraction = Math.min(1, fraction + 0.1);
      if (fraction < 1) tell({ state: 'making', fraction });
      else {
        clearInterval(timer);
        const sound = makeSound(project.sentences, project.media.durationMs);
        tell({ state: 'ready' }, URL.createObjectURL(sound));
      }
    }, 300);
    return tell({ state: 'making', fraction: 0 });
  }

  #describeState(): Pick<MediaAccess, 'state' | 'isOnlyNamed'> {
    const { media } = this.#options;
    if (media === 'named') return { state: 'missing', isOnlyNamed: true };
    return { state: media === 'missing' ? 'missing' : 'ready' };
  }

  #makeMediaUrl({ sentences, media }: Project): string {
    if (this.#options.media === 'unplayable') {
      return URL.createObjectURL(new Blob(['FORM....AIFF'], { type: 'audio/aiff' }));
    }
    const heard = sentences.length === 0 ? this.#sound : sentences;
    return URL.createObjectURL(makeSound(heard, media.durationMs));
  }

  #grow(projectId: string, kept: Kept): void {
    const total = kept.pairs.length / 2;
    const step = Math.ceil(total / 40);
    const timer = setInterval(() => {
      const count = Math.min(total, kept.access.peaks.count + step);
      const isComplete = count === total;
      kept.access = { ...kept.access, peaks: { ...kept.access.peaks, count, isComplete } };
      this.#publish('peaks.changed', { projectId, count, isComplete });
      if (isComplete) clearInterval(timer);
    }, 250);
  }

  /** Answers `fetch` for peak files as a host does, with Range; all else goes its usual way. */
  #answerPeaks(): void {
    const fetchOfPage = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      const projectId = /\/demo-peaks\/([^/?]+)/.exec(request.url)?.[1];
      const kept = projectId === undefined ? undefined : this.#kept.get(projectId);
      if (kept === undefined) return fetchOfPage(input, init);
      const { isComplete, count } = kept.access.peaks;
      const file = isComplete
        ? kept.file
        : new Blob([formatPeakFileHeader(growingHeader), kept.pairs.slice(0, count * 2)]);
      return Promise.resolve(answerRange(file, request.headers.get('range')));
    };
  }
}

function makePeakFile(pairs: Int16Array<ArrayBuffer>, durationMs: number): Blob {
  const levels = layOutLevels(pairs.length / 2);
  const header = formatPeakFileHeader({ peaksPerSecond, isComplete: true, levels, durationMs });
  const parts: BlobPart[] = [header, pairs];
  let level = pairs;
  for (let index = 1; index < levelCount; index += 1) {
    level = joinPairs(level, levelFactor);
    parts.push(level);
  }
  return new Blob(parts);
}

function answerRange(file: Blob, range: string | null): Response {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (match === null) return new Response(file);
  const begin = Number(match[1]);
  if (begin >= file.size) {
    return new Response(undefined, {
      status: 416,
      headers: { 'content-range': `bytes */${file.size}` },
    });
  }
  const end = match[2] === '' ? file.size : Math.min(file.size, Number(match[2]) + 1);
  return new Response(file.slice(begin, end), {
    status: 206,
    headers: { 'content-range': `bytes ${begin}-${end - 1}/${file.size}` },
  });
}
