import { isJsonLeaf, isPlainObject } from '@core/records/is-json-value';
import type { JsonValue } from '@core/errors/studio-error';
import { z } from 'zod';

/** Far beyond what any service of the cloud takes, and far below what takes time or memory. */
const mostLevels = 8;
const mostValues = 2_000;
const mostCharacters = 64_000;

/**
 * Why a value is no JSON object of a bearable size; undefined for one that is. Walks without
 * recursion, which a value that is deep enough would end with a crash.
 */
export function findJsonProblem(value: unknown): string | undefined {
  if (!isPlainObject(value)) return 'must be an object';
  let waiting: unknown[] = [value];
  let values = 0;
  let characters = 0;
  for (let level = 1; waiting.length > 0; level += 1) {
    if (level > mostLevels) return `must not be deeper than ${mostLevels} levels`;
    const next: unknown[] = [];
    for (const container of waiting) {
      const members = Object.entries(container as object);
      values += members.length;
      if (values > mostValues) return `must not have more than ${mostValues} values`;
      for (const [name, member] of members) {
        characters += name.length + (typeof member === 'string' ? member.length : 0);
        if (Array.isArray(member) || isPlainObject(member)) next.push(member);
        else if (!isJsonLeaf(member)) return 'must hold nothing but JSON';
      }
      if (characters > mostCharacters) {
        return `must not be longer than ${mostCharacters} characters`;
      }
    }
    waiting = next;
  }
  return undefined;
}

/** Values by names that are free, such as parameters of a service: JSON, bounded in every way. */
export const boundedValues = z.custom<Readonly<Record<string, JsonValue>>>(
  (value) => findJsonProblem(value) === undefined,
  { error: ({ input }) => findJsonProblem(input) ?? 'must be an object' },
);
