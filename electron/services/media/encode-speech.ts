import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { SentChannels } from '@isi/decide-channels';
import type { RecordingPart } from '@isi/plan-parts';
import type { EncodedPart, EncodedSpeech, SpeechEncoder } from '../../engines/cloud/speech-encoder';
import { makePrivateFolder, reservePrivateFile } from '../files/private-files';
import { type AudioSource, recognitionRateHz } from '../../engines/engine';
import { untilWritable } from './feed-tool';
import type { MediaTools } from './find-media-tools';
import { guardWriting, isRunning } from './partial-files';
import { describeEnd, type RunningTool, startTool, throwIfCancelled } from './run-tool';

export interface SpeechEncoderOptions {
  readonly findTools: (signal: AbortSignal) => Promise<MediaTools>;
  /** Folder for the files, which are deleted after use. */
  readonly folder: string;
  readonly newId: () => string;
}

/** Of a channel. Two hours of one are 43 MB; the recogniser hears no difference to more. */
const bitsPerSecond = 48_000;
const samplesPerMs = recognitionRateHz / 1000;

interface SoundShape {
  /** Of the files; what is read has {@link recognitionRateHz}. */
  readonly rateHz: number;
  /** Of both. */
  readonly channels: number;
}

interface RunningPart extends RecordingPart {
  readonly path: string;
  readonly tool: RunningTool;
}

/** The encoder of the studio, which also clears up after programs that were killed. */
export interface FolderSpeechEncoder extends SpeechEncoder {
  /**
   * Deletes files whose program has ended; call it before anything is encoded. Never rejects.
   * @param isWanted whether work that goes on needs the files of this name
   */
  removeLeftovers(isWanted: (name: string) => boolean): Promise<void>;
}

/** An encoder that has ffmpeg write MP3 from what our own decoder heard, so that times agree. */
export function createSpeechEncoder({
  findTools,
  folder,
  newId,
}: SpeechEncoderOptions): FolderSpeechEncoder {
  const open = (name: string, parts: readonly EncodedPart[]): EncodedSpeech => ({
    name,
    format: 'mp3',
    parts,
    dispose: async () => {
      for (const { path } of parts) await rm(path, { force: true });
    },
  });
  return {
    async encode(audio, parts, options) {
      const { signal, onProgress, rateHz = recognitionRateHz, sends = 'mix' } = options;
      const { channels, read } = chooseSound(audio, sends);
      const shape = { rateHz, channels };
      const tools = await findTools(signal);
      // Of this process, so that files of dead ones can be told.
      const name = `${process.pid}.${newId()}`;
      const wanted = parts ?? [{ beginMs: 0, endMs: Infinity }];
      const paths = wanted.map((_, index) => toPath(folder, name, index));
      await guardWriting(folder, () => makePrivateFolder(folder));
      const running: RunningPart[] = [];
      const killAll = (): void => running.forEach(({ tool }) => tool.kill());
      signal.addEventListener('abort', killAll);
      try {
        let next = 0;
        // Of the recording, in samples of a channel.
        let position = 0;
        for await (const block of read(signal)) {
          throwIfCancelled(signal);
          const length = block.length / shape.channels;
          const endMs = (position + length) / samplesPerMs;
          while (next < wanted.length && wanted[next]!.beginMs < endMs) {
            await guardWriting(folder, () => reservePrivateFile(paths[next]!));
            running.push(startPart(wanted[next]!, paths[next]!, shape, tools));
            next += 1;
          }
          for (const part of running) await writeShare(part, block, position, shape);
          position += length;
          for (const part of running.filter((each) => each.endMs <= endMs)) {
            await endPart(part);
            running.splice(running.indexOf(part), 1);
          }
          onProgress(endMs);
        }
        for (let part = running[0]; part !== undefined; part = running[0]) {
          await endPart(part);
          running.shift();
        }
        throwIfCancelled(signal);
        const totalMs = Math.ceil(position / samplesPerMs);
        const made: EncodedPart[] = [];
        // A part that begins after the last sound was never started.
        for (const [index, { beginMs, endMs }] of wanted.slice(0, next).entries()) {
          const path = paths[index]!;
          const { size } = await stat(path);
          made.push({ beginMs, endMs: Math.min(endMs, totalMs), path, sizeBytes: size });
        }
        return open(name, made);
      } catch (thrown) {
        killAll();
        await Promise.all(running.map(({ tool }) => tool.ended));
        for (const path of paths) await rm(path, { force: true });
        throwIfCancelled(signal);
        throw toStudioError(thrown);
      } finally {
        signal.removeEventListener('abort', killAll);
      }
    },
    async reopen(name, parts) {
      const found: EncodedPart[] = [];
      for (const [index, part] of parts.entries()) {
        const path = toPath(folder, name, index);
        const sizeBytes = await stat(path).then(
          ({ size }) => size,
          () => undefined,
        );
        if (sizeBytes === undefined) return undefined;
        found.push({ ...part, path, sizeBytes });
      }
      return open(name, found);
    },
    async removeLeftovers(isWanted) {
      for (const file of await readdir(folder).catch(() => [])) {
        const [, name = '', owner = ''] = /^((\d+)\.[^.]+)-\d+\.mp3$/.exec(file) ?? [];
        if (name === '' || isWanted(name)) continue;
        // Its number may have become ours, which has made nothing so far.
        const isOfOther = Number(owner) !== process.pid && isRunning(Number(owner));
        if (!isOfOther) await rm(join(folder, file), { force: true }).catch(() => undefined);
      }
    },
  };
}

/** What is encoded: both channels in turn, one of them, or the mix that the engines hear [CH1]. */
function chooseSound(
  { read, readStereo }: AudioSource,
  sends: SentChannels,
): { readonly channels: 1 | 2; readonly read: AudioSource['read'] } {
  if (readStereo === undefined || sends === 'mix' || sends === 'all') return { channels: 1, read };
  if (sends === 'both') return { channels: 2, read: readStereo };
  const channel = sends === 'first' ? 0 : 1;
  return {
    channels: 1,
    async *read(signal) {
      for await (const block of readStereo(signal)) {
        const samples = new Float32Array(block.length / 2);
        for (let at = 0; at < samples.length; at += 1) samples[at] = block[2 * at + channel]!;
        yield samples;
      }
    },
  };
}

/** The name may come from a file: it must not lead out of the folder. */
function toPath(folder: string, name: string, index: number): string {
  return join(folder, basename(`${name}-${index + 1}.mp3`));
}

function startPart(
  part: RecordingPart,
  path: string,
  { rateHz, channels }: SoundShape,
  tools: MediaTools,
): RunningPart {
  const tool = startTool(
    tools.ffmpeg.path,
    [
      ...['-v', 'error', '-nostdin', '-y'],
      ...['-f', 'f32le', '-ar', String(recognitionRateHz), '-ac', String(channels)],
      ...['-i', 'pipe:0', '-c:a', 'libmp3lame', '-ar', String(rateHz)],
      // Joint stereo would spend the bits of one channel on the other.
      ...['-b:a', String(bitsPerSecond * channels), '-joint_stereo', '0'],
      ...['-f', 'mp3', `file:${path}`],
    ],
    { inBackground: true, hasInput: true },
  );
  return { ...part, path, tool };
}

/** Writes what of a block lies in a part, and waits while the encoder is behind. */
async function writeShare(
  part: RunningPart,
  block: Float32Array,
  position: number,
  { channels }: SoundShape,
): Promise<void> {
  const begin = Math.max(0, Math.round(part.beginMs * samplesPerMs) - position);
  const length = block.length / channels;
  const end = Math.min(length, Math.round(part.endMs * samplesPerMs) - position);
  if (end <= begin) return;
  const share = block.subarray(begin * channels, end * channels);
  const bytes = new Uint8Array(share.buffer, share.byteOffset, share.byteLength);
  const { stdin } = part.tool;
  if (stdin === undefined || stdin.destroyed) throw encoderFailed(part, 'its input was closed');
  if (!stdin.write(bytes)) await untilWritable(stdin);
}

async function endPart(part: RunningPart): Promise<void> {
  part.tool.stdin?.end();
  part.tool.stdout.resume();
  const end = await part.tool.ended;
  const failure = end.spawnError?.message ?? describeEnd(end);
  if (failure !== undefined) throw encoderFailed(part, part.tool.stderrLines().at(-1) ?? failure);
}

function encoderFailed({ path, tool }: RunningPart, reason: string): StudioError {
  const said = tool.stderrLines().at(-1) ?? reason;
  return new StudioError('tool/ffmpeg-failed', `ffmpeg cannot encode ${path}: ${said}`, {
    data: { path, tool: 'ffmpeg', reason: said },
  });
}
