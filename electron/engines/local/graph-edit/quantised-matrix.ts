import type { onnx } from 'onnx-proto';
import type { GraphBuilder } from './graph-builder';
import { getDimensions, getInitializer, getNode, readBytes, readFloats } from './onnx-model';

/**
 * Weights of a linear layer as 8-bit numbers, row by row: the weight in row r and column c is
 * `(bytes[r * columns + c] - zeroPoints[c]) * scales[c]`. The exporter gives one scale and zero
 * point for a whole matrix; columns of their own make it possible to join matrices and to fold
 * constant factors into them without touching a weight.
 */
export interface QuantisedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly bytes: Uint8Array;
  readonly scales: Float32Array;
  readonly zeroPoints: Uint8Array;
}

/** The matrix stored under `name`, with the exporter's suffixes for its parts. */
export function readQuantisedTensor(graph: onnx.IGraphProto, name: string): QuantisedMatrix {
  const tensor = getInitializer(graph, `${name}_quantized`);
  const [rows, columns] = getDimensions(tensor);
  const scale = readFloats(getInitializer(graph, `${name}_scale`))[0];
  const zeroPoint = readBytes(getInitializer(graph, `${name}_zero_point`))[0];
  if (rows === undefined || columns === undefined || scale === undefined) {
    throw new Error(`The constant ${name} is not a quantised matrix`);
  }
  return {
    rows,
    columns,
    bytes: readBytes(tensor),
    scales: new Float32Array(columns).fill(scale),
    // Protocol buffers leave out a zero.
    zeroPoints: new Uint8Array(columns).fill(zeroPoint ?? 0),
  };
}

/** The weights that the linear layer `layer` ("…/q_proj") of a graph multiplies by. */
export function readLinearLayer(
  graph: onnx.IGraphProto,
  nodes: readonly onnx.INodeProto[],
  layer: string,
): QuantisedMatrix {
  const weights = getNode(nodes, `${layer}/MatMul_quant`).input?.[1];
  if (!weights?.endsWith('_quantized')) throw new Error(`${layer} has no quantised weights`);
  return readQuantisedTensor(graph, weights.slice(0, -'_quantized'.length));
}

/** Matrices side by side: one multiplication gives all their results. */
export function joinColumns(matrices: readonly QuantisedMatrix[]): QuantisedMatrix {
  const rows = matrices[0]?.rows ?? 0;
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  const bytes = new Uint8Array(rows * columns);
  const scales = new Float32Array(columns);
  const zeroPoints = new Uint8Array(columns);
  let offset = 0;
  for (const matrix of matrices) {
    if (matrix.rows !== rows) throw new Error('Joined matrices must have equally many rows');
    for (let row = 0; row < rows; row++) {
      const line = matrix.bytes.subarray(row * matrix.columns, (row + 1) * matrix.columns);
      bytes.set(line, row * columns + offset);
    }
    scales.set(matrix.scales, offset);
    zeroPoints.set(matrix.zeroPoints, offset);
    offset += matrix.columns;
  }
  return { rows, columns, bytes, scales, zeroPoints };
}

/** The matrix times a number, exact but for the rounding of the scales. */
export function multiply(matrix: QuantisedMatrix, factor: number): QuantisedMatrix {
  return { ...matrix, scales: matrix.scales.map((scale) => scale * factor) };
}

/** The matrix with rows and columns exchanged. Only for one scale and zero point throughout. */
export function transpose(matrix: QuantisedMatrix): QuantisedMatrix {
  const { rows, columns, bytes } = matrix;
  const turned = new Uint8Array(bytes.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = bytes[row * columns + column]!;
    }
  }
  return {
    rows: columns,
    columns: rows,
    bytes: turned,
    scales: new Float32Array(rows).fill(matrix.scales[0] ?? 0),
    zeroPoints: new Uint8Array(rows).fill(matrix.zeroPoints[0] ?? 0),
  };
}

/** Names of a matrix's parts among a graph's constants. */
export interface AddedMatrix {
  readonly bytes: string;
  readonly scales: string;
  readonly zeroPoints: string;
}

/** Stores a matrix in a graph, so that several nodes can share it. */
export function addMatrix(builder: GraphBuilder, matrix: QuantisedMatrix): AddedMatrix {
  return {
    bytes: builder.bytes(matrix.bytes, [matrix.rows, matrix.columns]),
    scales: builder.floats(matrix.scales),
    zeroPoints: builder.bytes(matrix.zeroPoints),
  };
}

/**
 * Adds `input × matrix (+ bias)` to a graph as ONNX Runtime's single fused node. It quantises the
 * input on the fly with one scale for the whole tensor, as the exporter's chain of nodes does.
 */
export function addLinear(
  builder: GraphBuilder,
  input: string,
  matrix: QuantisedMatrix | AddedMatrix,
  bias?: Float32Array,
): string {
  const added = 'rows' in matrix ? addMatrix(builder, matrix) : matrix;
  const inputs = [
    input,
    added.bytes,
    added.scales,
    added.zeroPoints,
    ...(bias ? [builder.floats(bias)] : []),
  ];
  return builder.add('DynamicQuantizeMatMul', inputs, { domain: 'com.microsoft' });
}
