import type { onnx } from 'onnx-proto';

/**
 * One branch of the condition that a published model's graph consists of. Moonshine's decoder goes
 * on from a past in `then_branch` and begins in `else_branch`; Silero's detector is for 16 kHz in
 * `then_branch`.
 * @throws Error when the graph has no such branch: it is not the expected export
 */
export function getBranch(
  graph: onnx.IGraphProto,
  branch: 'then_branch' | 'else_branch',
): onnx.IGraphProto {
  const choice = graph.node?.find((node) => node.opType === 'If');
  const found = choice?.attribute?.find((attribute) => attribute.name === branch)?.g;
  if (!found) throw new Error(`The graph has no ${branch}`);
  return found;
}
