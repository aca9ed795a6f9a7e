import { z } from 'zod';
import type { Wording } from '../messages/catalogue';

/** What a person reads of an option. */
export interface OptionAbout {
  readonly label: Wording;
  /** Of a number that may be left out: what is used then, for text of a language. */
  readonly usual?: (language: string) => number;
  /** Of a choice: the names of its values. */
  readonly choices?: Readonly<Record<string, Wording>>;
}

interface CommonField {
  readonly name: string;
  readonly label: Wording;
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
  );

const abouts = z.registry<OptionAbout>();

/** An option of a format: what it takes, and what a person reads of it. */
export function option<Schema extends z.ZodType>(schema: Schema, about: OptionAbout): Schema {
  abouts.add(schema, about);
  return schema;
}

/**
 * The options of a schema in its order. Each is made by {@link option} and is a boolean or an enum
 * with a default, or a whole number within bounds that may be left out.
 *
 * @throws TypeError for any other, when the registry is first read
 */
export function describeOptions(schema: z.ZodObject): readonly OptionField[] {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return Object.entries(shape).map(([name, value]) => describeOption(name, value));
}

function describeOption(name: string, schema: z.core.$ZodType): OptionField {
  const about = abouts.get(schema as z.ZodType);
  if (about === undefined) throw new TypeError(`the option ${name} has no texts`);
  const { label } = about;
  if (schema instanceof z.ZodDefault) {
    const { innerType, defaultValue: usual } = schema.def;
    if (innerType instanceof z.ZodBoolean && typeof usual === 'boolean') {
      return { name, label, kind: 'flag', usual };
    }
    if (innerType instanceof z.ZodEnum && typeof usual === 'string') {
      const choices = innerType.options.map((choice) => {
        const value = String(choice);
        return { value, label: about.choices?.[value] ?? ([value, value] as const) };
      });
      return { name, label, kind: 'choice', choices, usual };
    }
  }
  const inner = schema instanceof z.ZodOptional ? schema.def.innerType : undefined;
  if (inner instanceof z.ZodNumber && inner.minValue !== null && inner.maxValue !== null) {
    const { minValue: least, maxValue: most } = inner;
    return { name, label, kind: 'number', least, most, usual: about.usual };
  }
  throw new TypeError(`the option ${name} is of a kind that no form can show`);
}
