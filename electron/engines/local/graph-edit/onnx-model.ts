import { onnx } from 'onnx-proto';

/** Element types of ONNX tensors that this folder reads or writes. */
export const elementType = { float: 1, uint8: 2, int32: 6, int64: 7 } as const;

export type ElementType = (typeof elementType)[keyof typeof elementType];

/** Parses the bytes of a model file. @throws Error when they are not an ONNX model */
export function parseModel(bytes: Uint8Array): onnx.ModelProto {
  const model = onnx.ModelProto.decode(bytes);
  if (!model.graph) throw new Error('The file holds no ONNX graph');
  return model;
}

/** The graph of a model that {@link parseModel} gave. */
export function getGraph(model: onnx.ModelProto): onnx.IGraphProto {
  if (!model.graph) throw new Error('The model holds no graph');
  return model.graph;
}

/** The node called `name`. @throws Error when the graph has none: it is not the expected export */
export function getNode(nodes: readonly onnx.INodeProto[], name: string): onnx.INodeProto {
  const node = nodes.find((candidate) => candidate.name === name);
  if (!node) throw new Error(`The graph has no node ${name}`);
  return node;
}

/** The tensor called `name` among a graph's constants. @throws Error when there is none */
export function getInitializer(graph: onnx.IGraphProto, name: string): onnx.ITensorProto {
  const tensor = graph.initializer?.find((candidate) => candidate.name === name);
  if (!tensor) throw new Error(`The graph has no constant ${name}`);
  return tensor;
}

/** Sizes of a tensor along its axes; a scalar has none. */
export function getDimensions(tensor: onnx.ITensorProto): number[] {
  return (tensor.dims ?? []).map(Number);
}

/** Values of a float tensor, whichever of its two encodings the exporter chose. */
export function readFloats(tensor: onnx.ITensorProto): Float32Array {
  const raw = tensor.rawData;
  if (!raw?.length) return Float32Array.from(tensor.floatData ?? []);
  return new Float32Array(Uint8Array.from(raw).buffer);
}

/** Values of an unsigned 8-bit tensor, whichever of its two encodings the exporter chose. */
export function readBytes(tensor: onnx.ITensorProto): Uint8Array {
  const raw = tensor.rawData;
  return raw?.length ? raw : Uint8Array.from(tensor.int32Data ?? []);
}

/** A constant tensor; `values` are stored as they lie in memory (little endian). */
export function createTensor(
  name: string,
  type: ElementType,
  dimensions: readonly number[],
  values: Float32Array | Uint8Array | BigInt64Array,
): onnx.TensorProto {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return onnx.TensorProto.create({ name, dataType: type, dims: [...dimensions], rawData });
}

/** Declaration of a graph's input or output; a named dimension is free, -1 leaves it unsaid. */
export function createValueInfo(
  name: string,
  type: ElementType,
  dimensions: readonly (number | string)[],
): onnx.ValueInfoProto {
  const dim = dimensions.map((size) =>
    typeof size === 'string' ? { dimParam: size } : { dimValue: size },
  );
  return onnx.ValueInfoProto.create({
    name,
    type: { tensorType: { elemType: type, shape: { dim } } },
  });
}
