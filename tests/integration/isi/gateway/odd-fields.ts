import type { Outcome } from './reply-rules';
import {
  type CallName,
  flashFields,
  pollFields,
  refusalFields,
  submitFields,
  tokenFields,
} from './right-replies';
import type { OddCase } from './start-odd-server';

type Fields = Readonly<Record<string, unknown>>;

/** How a field may come, if not as it should. */
const changes: Readonly<Record<string, (right: unknown) => unknown>> = {
  null: () => null,
  missing: () => undefined,
  'number as text, or text as number': (right) =>
    typeof right === 'number' ? String(right) : 12_345,
  object: () => ({}),
  array: () => [1],
  bool: () => true,
};

/** What a field may be like without harm, and what its absence comes to. */
interface FieldRule {
  /** Changes after which the call still gives its result, and what that is where it is another. */
  readonly bears?: Readonly<Record<string, string | undefined>>;
  readonly otherwise: Outcome;
}

/** Fields that are needed; all others may be anything. */
const needed: Readonly<Record<string, FieldRule>> = {
  'token Token': { otherwise: 'unreadable other-content' },
  'token Id': {
    bears: { 'number as text, or text as number': '12345' },
    otherwise: 'unreadable other-content',
  },
  'flash flash_result': { bears: { object: '' }, otherwise: 'unreadable other-content' },
  'submit TaskId': {
    bears: { 'number as text, or text as number': '12345' },
    otherwise: 'unreadable other-content',
  },
  'poll Result': { bears: { object: '' }, otherwise: 'again' },
};

function change(
  call: CallName,
  fields: Fields,
  wrap: (changed: Fields) => unknown = (changed) => changed,
): readonly OddCase[] {
  return Object.entries(fields).flatMap(([field, right]) =>
    Object.entries(changes).map(([name, make]) => {
      const rule = needed[`${call} ${field}`];
      const isBorne = rule === undefined || (rule.bears !== undefined && name in rule.bears);
      const gives = rule?.bears?.[name];
      return {
        name: `${call}, ${field}: ${name}`,
        call,
        status: 200,
        body: encode(wrap({ ...fields, [field]: make(right) })),
        outcome: isBorne ? 'result' : rule.otherwise,
        ...(gives === undefined ? {} : { gives }),
      };
    }),
  );
}

/** A refusal keeps its code whatever becomes of the rest; without one it goes by the status. */
const refusals: readonly OddCase[] = (['token', 'submit', 'poll'] as const).flatMap((call) =>
  (['Code', 'Message', 'RequestId', 'HostId', 'Recommend'] as const).flatMap((field) =>
    Object.entries(changes).map(([name, make]): OddCase => {
      const code = name.startsWith('number') ? '12345' : '400';
      return {
        name: `${call} refused, ${field}: ${name}`,
        call,
        status: 400,
        body: encode({ ...refusalFields, [field]: make(refusalFields[field]) }),
        outcome: `refused ${field === 'Code' ? code : refusalFields.Code}`,
      };
    }),
  ),
);

export const fieldCases: readonly OddCase[] = [
  ...change('token', tokenFields),
  ...change('token', tokenFields.Token, (Token) => ({ ...tokenFields, Token })),
  ...change('flash', flashFields),
  ...change('submit', submitFields),
  ...change('poll', pollFields),
  ...refusals,
];

function encode(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}
