import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { RecordingPart } from '@core/isi/plan-parts';
import type { EncodedPart, SpeechEncoder } from '../../engines/cloud/speech-encoder';
import { recognitionRateHz } from '../../engines/engine';
import { makeFolder } from '../files/make-folder';
import type { MediaTools } from './find-media-tools';
import { guardWriting } from './partial-files';
import { describeEnd, type RunningTool, startTool, throwIfCancelled } from './run-tool';

export interface SpeechEncoderOptions {
  readonly findTools: (signal: AbortSignal) => Promise<MediaTools>;
  /** Folder for the files, which are deleted after use. */
  readonly folder: string;
  readonly newId: () => string;
}

/** Two hours are 43 MB; the recogniser hears no difference to more. */
const bitRate = '48k';
const samplesPerMs = recognitionRateHz / 1000;

interface RunningPart extends RecordingPart {
  readonly path: string;
  readonly tool: RunningTool;
}

/** An encoder that has ffmpeg write MP3 from what our own decoder heard, so that times agree. */
export function createSpeechEncoder({
  findTools,
  folder,
  newId,
}: SpeechEncoderOptions): SpeechEncoder {
  return {
    async encode(audio, parts, { signal, onProgress }) {
      const tools = await findTools(signal);
      const name = newId();
      const wanted = parts ?? [{ beginMs: 0, endMs: Infinity }];
      const paths = wanted.map((_, index) => join(folder, `${name}-${index + 1}.mp3`));
      const dispose = async (): Promise<void> => {
        for (const path of paths) await rm(path, { force: true });
      };
      await guardWriting(folder, () => makeFolder(folder));
      const open: RunningPart[] = [];
      const killAll = (): void => open.forEach(({ tool }) => tool.kill());
      signal.addEventListener('abort', killAll);
      try {
        let next = 0;
        let position = 0;
        for await (const block of audio.read(signal)) {
          throwIfCancelled(signal);
          const endMs = (position + block.length) / samplesPerMs;
          while (next < wanted.length && wanted[next]!.beginMs < endMs) {
            open.push(startPart(wanted[next]!, paths[next]!, tools));
            next += 1;
          }
          for (const part of open) await writeShare(part, block, position);
          position += block.length;
          for (const part of open.filter((each) => each.endMs <= endMs)) {
            await endPart(part);
            open.splice(open.indexOf(part), 1);
          }
          onProgress(endMs);
        }
        for (const part of open.splice(0)) await endPart(part);
        const totalMs = Math.ceil(position / samplesPerMs);
        const made: EncodedPart[] = [];
        for (const [index, { beginMs, endMs }] of wanted.entries()) {
          const path = paths[index]!;
          const { size } = await stat(path);
          made.push({ beginMs, endMs: Math.min(endMs, totalMs), path, sizeBytes: size });
        }
        return { format: 'mp3', parts: made, dispose };
      } catch (thrown) {
        killAll();
        await Promise.all(open.map(({ tool }) => tool.ended));
        await dispose();
        throwIfCancelled(signal);
        throw toStudioError(thrown);
      } finally {
        signal.removeEventListener('abort', killAll);
      }
    },
  };
}

function startPart(part: RecordingPart, path: string, tools: MediaTools): RunningPart {
  const tool = startTool(
    tools.ffmpeg.path,
    [
      ...['-v', 'error', '-nostdin', '-y'],
      ...['-f', 'f32le', '-ar', String(recognitionRateHz), '-ac', '1', '-i', 'pipe:0'],
      ...['-c:a', 'libmp3lame', '-b:a', bitRate, '-f', 'mp3', `file:${path}`],
    ],
    { inBackground: true, hasInput: true },
  );
  return { ...part, path, tool };
}

/** Writes what of a block lies in a part, and waits while the encoder is behind. */
async function writeShare(part: RunningPart, block: Float32Array, position: number): Promise<void> {
  const begin = Math.max(0, Math.round(part.beginMs * samplesPerMs) - position);
  const end = Math.min(block.length, Math.round(part.endMs * samplesPerMs) - position);
  if (end <= begin) return;
  const share = block.subarray(begin, end);
  const bytes = new Uint8Array(share.buffer, share.byteOffset, share.byteLength);
  const { stdin } = part.tool;
  if (stdin === undefined || stdin.destroyed) throw encoderFailed(part, 'its input was closed');
  if (!stdin.write(bytes)) {
    await Promise.race([once(stdin, 'drain'), once(stdin, 'close')]);
  }
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
