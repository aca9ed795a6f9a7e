import { onnx } from 'onnx-proto';
import { createTensor, createValueInfo, elementType, type ElementType } from './onnx-model';

export type AttributeValue = number | string | readonly number[] | { readonly float: number };

export interface NodeOptions {
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** Names of the results; one invented name when left out. */
  readonly outputs?: readonly string[];
  /** Operator set: ONNX's own when left out. */
  readonly domain?: 'com.microsoft';
}

/**
 * Writes an ONNX graph node by node. Names are numbered in order of creation, so that the same
 * calls give the same bytes: the result is checked by its checksum.
 */
export class GraphBuilder {
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #initializers: onnx.ITensorProto[] = [];
  readonly #inputs: onnx.IValueInfoProto[] = [];
  readonly #outputs: onnx.IValueInfoProto[] = [];
  #count = 0;

  /** Starts from an existing graph: its nodes, constants, inputs and outputs are kept. */
  constructor(base?: onnx.IGraphProto) {
    this.#nodes.push(...(base?.node ?? []));
    this.#initializers.push(...(base?.initializer ?? []));
    this.#inputs.push(...(base?.input ?? []));
    this.#outputs.push(...(base?.output ?? []));
  }

  input(name: string, type: ElementType, dimensions: readonly (number | string)[]): string {
    this.#inputs.push(createValueInfo(name, type, dimensions));
    return name;
  }

  output(name: string, type: ElementType, dimensions: readonly (number | string)[]): void {
    this.#outputs.push(createValueInfo(name, type, dimensions));
  }

  /** Drops the declared outputs, for a graph whose former result becomes an inner value. */
  clearOutputs(): void {
    this.#outputs.length = 0;
  }

  floats(values: Float32Array, dimensions: readonly number[] = [values.length]): string {
    return this.#constant(elementType.float, dimensions, values);
  }

  bytes(values: Uint8Array, dimensions: readonly number[] = [values.length]): string {
    return this.#constant(elementType.uint8, dimensions, values);
  }

  integers(values: readonly number[], dimensions: readonly number[] = [values.length]): string {
    return this.#constant(elementType.int64, dimensions, BigInt64Array.from(values.map(BigInt)));
  }

  /** Adds a node with one result and gives its name. */
  add(operator: string, inputs: readonly string[], options: NodeOptions = {}): string {
    const outputs = options.outputs ?? [this.#invent(operator)];
    this.#nodes.push(
      onnx.NodeProto.create({
        opType: operator,
        name: this.#invent('node'),
        domain: options.domain ?? '',
        input: [...inputs],
        output: [...outputs],
        attribute: Object.entries(options.attributes ?? {}).map(createAttribute),
      }),
    );
    return outputs[0] ?? '';
  }

  /** Adds a node with several results and gives their names. */
  addMany(
    operator: string,
    inputs: readonly string[],
    count: number,
    options: Omit<NodeOptions, 'outputs'> = {},
  ): string[] {
    const outputs = Array.from({ length: count }, () => this.#invent(operator));
    this.add(operator, inputs, { ...options, outputs });
    return outputs;
  }

  /** The model file's bytes. `opset` is the version of ONNX's own operators. */
  build(graphName: string, opset: number): Uint8Array {
    const model = onnx.ModelProto.create({
      irVersion: 8,
      producerName: 'zimu-studio',
      opsetImport: [
        { domain: '', version: opset },
        { domain: 'com.microsoft', version: 1 },
      ],
      graph: {
        name: graphName,
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
    });
    return onnx.ModelProto.encode(model).finish();
  }

  #constant(
    type: ElementType,
    dimensions: readonly number[],
    values: Float32Array | Uint8Array | BigInt64Array,
  ): string {
    const name = this.#invent('constant');
    this.#initializers.push(createTensor(name, type, dimensions, values));
    return name;
  }

  #invent(kind: string): string {
    return `zimu_${kind}_${this.#count++}`;
  }
}

function createAttribute([name, value]: [string, AttributeValue]): onnx.IAttributeProto {
  const { FLOAT, INT, STRING, INTS } = onnx.AttributeProto.AttributeType;
  if (typeof value === 'number') return { name, type: INT, i: value };
  if (typeof value === 'string') return { name, type: STRING, s: new TextEncoder().encode(value) };
  if ('float' in value) return { name, type: FLOAT, f: value.float };
  return { name, type: INTS, ints: [...value] };
}
