import * as ort from 'onnxruntime-node';
import { stat } from 'node:fs/promises';
import { StudioError } from '@core/errors/studio-error';

/**
 * Opens a model file. One thread each: a second one gained nothing here, and the local engine
 * uses more cores by more processes.
 * @param model name for the error's data
 * @throws StudioError `model/missing` when the file is not there, `model/corrupt` when ONNX Runtime
 *   cannot make sense of it
 */
export async function openSession(path: string, model: string): Promise<ort.InferenceSession> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    throw new StudioError('model/missing', 'A model file is not there', { data: { model, path } });
  }
  try {
    return await ort.InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
    });
  } catch (cause) {
    throw new StudioError('model/corrupt', 'A model file cannot be loaded', {
      data: { model, path },
      cause,
    });
  }
}

/** A float tensor over `data`, which is not copied. */
export function floatTensor(data: Float32Array, dimensions: readonly number[]): ort.Tensor {
  return new ort.Tensor('float32', data, dimensions);
}

/** A tensor of whole numbers along one axis, over `data`, which is not copied. */
export function integerTensor(data: BigInt64Array): ort.Tensor {
  return new ort.Tensor('int64', data, [data.length]);
}

/** Numbers in the form ONNX takes whole numbers in. */
export function toIntegers(values: readonly number[]): BigInt64Array {
  return BigInt64Array.from(values.map(BigInt));
}

/** The named result of a run. @throws TypeError when the graph has no such output: a bug */
export function getOutput(
  results: ort.InferenceSession.OnnxValueMapType,
  name: string,
): ort.Tensor {
  const tensor = results[name];
  if (!tensor) throw new TypeError(`The graph gave no ${name}`);
  return tensor;
}

/** The numbers of a float tensor. */
export function floatsOf(tensor: ort.Tensor): Float32Array {
  if (!(tensor.data instanceof Float32Array)) throw new TypeError('Expected a float tensor');
  return tensor.data;
}
