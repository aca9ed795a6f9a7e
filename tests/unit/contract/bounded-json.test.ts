import { describe, expect, test } from 'vitest';
import { findJsonProblem } from '@contract/bounded-json';
import { isOrigin } from '@contract/is-origin';
import { inputSchemas } from '@contract/inputs';

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('values by free names', () => {
  test.for([
    [{}],
    [{ a: 1, b: 'x', c: true, d: null, e: [1, { f: [] }] }],
    [{ a: nest(6) }],
    [{ a: 'x'.repeat(63_000) }],
    [Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`p${index}`, index]))],
  ])('are taken: %#', ([value]) => expect(findJsonProblem(value)).toBe(undefined));

  test.for([
    ['a list', [1]],
    ['nothing', null],
    ['a text', 'x'],
    ['too many levels', { a: nest(8) }],
    ['more levels than any stack', { a: nest(200_000) }],
    ['too many values', { a: Array.from({ length: 2_001 }, () => 1) }],
    [
      'too many values in parts',
      { a: Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => 1)) },
    ],
    ['too long a text', { a: 'x'.repeat(64_001) }],
    ['too long a name', { ['x'.repeat(64_001)]: 1 }],
    ['a date', { a: new Date(0) }],
    ['a map', { a: new Map() }],
    ['a number that is none', { a: Number.NaN }],
    ['nothing that JSON has', { a: undefined }],
    ['a number of another kind', { a: 1n }],
  ] as const)('are refused for %s', ([, value]) =>
    expect(findJsonProblem(value)).toMatch(/^must /),
  );

  test.for(['jobs.start', 'settings.update'] as const)('are bounded in %s', (name) => {
    const bounded = { a: nest(200_000) };
    const input =
      name === 'jobs.start'
        ? { projectId: 'a', engine: 'file', language: 'zh', parameters: bounded }
        : {
            changes: {
              cloudParameters: { presets: [{ name: 'p', engine: 'file', values: bounded }] },
            },
          };
    const parsed = inputSchemas[name].safeParse(input);
    expect(parsed.error?.issues[0]?.message).toBe('must not be deeper than 8 levels');
  });
});

describe('the address of a server', () => {
  test.for([
    ...['http://proxy.test:3128', 'https://proxy.test', 'HTTP://proxy.test/', ' http://a.test '],
    ...['http://10.0.0.1:8080', 'http://[::1]:3128/', 'http://localhost'],
  ])('is one: %s', (text) => expect(isOrigin(text)).toBe(true));

  test.for([
    ...['http://name:word@proxy.test', 'http://name@proxy.test', 'http://@proxy.test'],
    ...['proxy.test:3128', 'socks5://proxy.test', 'http://', 'http:///', 'http://a.test/path'],
    ...['http://a.test?b', 'http://a.test#b', 'http://a b', 'http://a.test:99999', ''],
    ...['http://a.test\\@b.test', `http://${'a'.repeat(200)}.test`, 'javascript:alert(1)'],
  ])('is none: %s', (text) => expect(isOrigin(text)).toBe(false));
});
