import { z } from 'zod';
import { StudioError } from '../errors/studio-error';
import type { Wording } from '../messages/catalogue';

/** What a person reads of an option. */
export interface OptionAbout {
  readonly label: Wording;
  /** Of a number that may be left out: what is used then, for text of a language. */
  readonly usual?: (language: string) => number;
  /** Of a choice: the names of its values. */
  readonly choices?: Readonly<Record<string, Wording>>;
  /** Of a text: what it looks like. */
  readonly example?: string;
  /** By what it is found in a form of many; absent: it stands among the first. */
  readonly group?: OptionGroup;
  /** A rule of writing has a field of this name and these values, which stands for both. */
  readonly isOfRule?: true;
}

/** Options that a form shows together, and that many formats have. */
export type OptionGroup = 'writing';

interface CommonField {
  readonly name: string;
  readonly label: Wording;
  readonly group?: OptionGroup;
}

/** An option as a form shows it and a command line takes it. */
export type OptionField = CommonField &
  (
    | { readonly kind: 'flag'; readonly usual: boolean }
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly usual: ((language: string) => number) | undefined;
      }
    | {
        readonly kind: 'choice';
        readonly choices: readonly { readonly value: string; readonly label: Wording }[];
        readonly usual: string;
      }
    | {
        readonly kind: 'text';
        readonly example: string;
        readonly isRight: (text: string) => boolean;
      }
  );

const abouts = z.registry<OptionAbout>();

/** An option of a format: what it takes, and what a person reads of it. */
export function option<Schema extends z.ZodType>(schema: Schema, about: OptionAbout): Schema {
  abouts.add(schema, about);
  return schema;
}

/**
 * The options of a schema in its order. Each is made by {@link option} and is a boolean or an enum
 * with a default, a number within bounds with or without one, or a text that may be left out.
 *
 * @throws TypeError for any other, when the registry is first read
 */
export function describeOptions(schema: z.ZodObject): readonly OptionField[] {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return Object.entries(shape)
    .filter(([, value]) => abouts.get(value as z.ZodType)?.isOfRule !== true)
    .map(([name, value]) => describeOption(name, value));
}

function describeOption(name: string, schema: z.core.$ZodType): OptionField {
  const about = abouts.get(schema as z.ZodType);
  if (about === undefined) throw new TypeError(`the option ${name} has no texts`);
  const { label, group } = about;
  const common = { name, label, ...(group === undefined ? undefined : { group }) };
  if (schema instanceof z.ZodDefault) {
    const { innerType, defaultValue: usual } = schema.def;
    if (innerType instanceof z.ZodBoolean && typeof usual === 'boolean') {
      return { ...common, kind: 'flag', usual };
    }
    if (innerType instanceof z.ZodEnum && typeof usual === 'string') {
      const choices = orderChoices(innerType.options.map(String)).map((value) => {
        return { value, label: about.choices?.[value] ?? ([value, value] as const) };
      });
      return { ...common, kind: 'choice', choices, usual };
    }
    if (innerType instanceof z.ZodNumber && typeof usual === 'number') {
      const { minValue: least, maxValue: most } = innerType;
      if (least !== null && most !== null) {
        return { ...common, kind: 'number', least, most, usual: () => usual };
      }
    }
  }
  const inner = schema instanceof z.ZodOptional ? schema.def.innerType : undefined;
  if (inner instanceof z.ZodNumber && inner.minValue !== null && inner.maxValue !== null) {
    const { minValue: least, maxValue: most } = inner;
    return { ...common, kind: 'number', least, most, usual: about.usual };
  }
  if (inner instanceof z.ZodString) {
    const isRight = (text: string): boolean => inner.safeParse(text).success;
    return { ...common, kind: 'text', example: about.example ?? '', isRight };
  }
  throw new TypeError(`the option ${name} is of a kind that no form can show`);
}

/** Words as they were declared, and numbers behind them by size: an object has whole ones first. */
function orderChoices(values: readonly string[]): readonly string[] {
  const words = values.filter((value) => Number.isNaN(Number(value)));
  const numbers = values.filter((value) => !Number.isNaN(Number(value)));
  return [...words, ...numbers.toSorted((left, right) => Number(left) - Number(right))];
}

/**
 * What was asked for of the options of a schema; those of others are passed over.
 * @throws StudioError `usage/invalid` for a value that an option does not take
 */
export function parseOptions<Options extends z.ZodObject>(
  options: Options,
  given: Readonly<Record<string, unknown>>,
): z.output<Options> {
  const result = options.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  throw new StudioError('usage/invalid', problem, { data: { problem }, cause: result.error });
}
