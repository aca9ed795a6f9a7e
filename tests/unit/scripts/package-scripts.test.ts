import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/**
 * What only one of the shells understands that npm gives a script to: `sh` here, cmd.exe on Windows.
 * Each with a name for what is said of it.
 */
const oneShellOnly: readonly (readonly [string, RegExp])[] = [
  ['a builtin of sh', /(?:^|&&|\|\||\|)\s*(?:exec|export|source|\.|set|unset|trap|eval)\s/],
  ['a variable or a command in place', /\$|`|%/],
  ['several commands by a mark of sh', /;|(?<!&)&(?!&)/],
  ['a variable before the command', /(?:^|&&|\|\||\|)\s*\w+=/],
  ['single quotes, which cmd.exe takes for a part of the word', /'/],
  ['a pattern that the shell fills in', /[*?[\]{}]/],
  ['a path with a slash as the command', /(?:^|&&|\|\||\|)\s*\.{0,2}\//],
];

function findProblems(script: string): string[] {
  return oneShellOnly.filter(([, pattern]) => pattern.test(script)).map(([name]) => name);
}

describe('the scripts of package.json', () => {
  it('run in the shells of every system', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const problems = Object.entries(scripts).flatMap(([name, script]) =>
      findProblems(script).map((problem) => `${name}: ${problem}`),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(scripts).length).toBeGreaterThan(10);
  });

  it.each([
    ['exec node scripts/bootstrap.mjs start', 'a builtin of sh'],
    ['vitest run && exec node a.mjs', 'a builtin of sh'],
    ['node a.mjs $(git rev-parse HEAD)', 'a variable or a command in place'],
    ['node a.mjs; node b.mjs', 'several commands by a mark of sh'],
    ['NODE_ENV=test node a.mjs', 'a variable before the command'],
    ["node -e 'console.log(1)'", 'single quotes, which cmd.exe takes for a part of the word'],
    ['oxfmt electron/**', 'a pattern that the shell fills in'],
    ['./scripts/zimu.mjs', 'a path with a slash as the command'],
  ])('are refused where they are like %s', (script, problem) => {
    expect(findProblems(script)).toContain(problem);
  });

  it('may be several, one after the other', () => {
    expect(findProblems('node a.mjs && node b.mjs --reporter=dot')).toEqual([]);
  });
});
