import { join } from 'node:path';
import type { RecogniserName } from './catalogue';

/** Folder of one prepared speech model below the folder of models. */
export function recogniserDirectory(modelsDirectory: string, model: RecogniserName): string {
  return join(modelsDirectory, model);
}

/** The prepared voice activity model below the folder of models. */
export function voiceDetectorPath(modelsDirectory: string): string {
  return join(modelsDirectory, 'voice-detector', 'voice-detector.onnx');
}
