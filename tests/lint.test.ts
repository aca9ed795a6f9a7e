import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Code that breaks a rule each, by the name the linter gives the rule. */
const planted: Readonly<Record<string, string>> = {
  'typescript(no-floating-promises)': 'export function f1(): void { Promise.resolve(1); }',
  'typescript(no-misused-promises)':
    'export const f2 = (): void => { [1].forEach(async () => { await Promise.resolve(); }); };',
  'typescript(await-thenable)': 'export async function f3(): Promise<void> { await 1; }',
  'typescript(require-await)': 'export async function f4(): Promise<number> { return 1; }',
  'typescript(return-await)':
    'export async function f5(p: Promise<void>): Promise<void> { try { return p; } catch { throw new Error("late"); } }',
  'typescript(no-explicit-any)': 'export const f6 = (x: any): unknown => x;',
  'typescript(no-unsafe-member-access)':
    'export const f7 = (t: string): unknown => JSON.parse(t).name;',
  'typescript(no-unsafe-assignment)':
    'export const f8 = (t: string): number => { const x = JSON.parse(t); return x === 1 ? 1 : 0; };',
  'typescript(no-unnecessary-condition)': 'export const f9 = (x: string): string => x ?? "";',
  'typescript(no-unnecessary-type-assertion)':
    'export const f10 = (x: string): string => x as string;',
  'typescript(switch-exhaustiveness-check)':
    'export function f11(x: "a" | "b"): number { switch (x) { case "a": return 1; } return 0; }',
  'typescript(consistent-type-imports)':
    'import { Stats } from "node:fs"; export const f12 = (x: Stats): number => x.size;',
  'typescript(restrict-template-expressions)': 'export const f13 = (x: object): string => `${x}`;',
  'typescript(restrict-plus-operands)': 'export const f14 = (x: number): string => x + "";',
  'typescript(only-throw-error)': 'export function f15(): never { throw "text"; }',
  'typescript(unbound-method)': 'export const f16 = new Map<string, string>().get;',
  'typescript(no-deprecated)': '/** @deprecated */ const old = 1; export const f17 = old;',
  'typescript(no-confusing-void-expression)':
    'export const f18 = (g: () => void): unknown => { return g(); };',
  'typescript(prefer-promise-reject-errors)':
    'export const f19 = (): Promise<void> => Promise.reject("text");',
  'eslint(eqeqeq)': 'export const f20 = (x: number): boolean => x == 1;',
  'eslint(curly)':
    'export function f21(x: boolean): number {\n  if (x)\n    return 1;\n  return 0;\n}',
  'eslint(prefer-const)': 'export function f22(): number { let x = 1; return x; }',
  'eslint(no-unused-vars)': 'const f23 = 1;',
  'import(no-default-export)': 'export default 1;',
};

it('reports code that breaks a rule, those that need types included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zimu-lint-'));
  try {
    const types = createRequire(import.meta.url).resolve('@types/node/package.json');
    const compilerOptions = {
      ...{ target: 'ES2023', lib: ['ES2023'], module: 'ESNext', moduleResolution: 'bundler' },
      ...{ strict: true, noEmit: true, types: ['node'], typeRoots: [dirname(dirname(types))] },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    for (const [index, text] of Object.values(planted).entries()) {
      writeFileSync(join(folder, `planted-${index}.ts`), text);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/oxlint/bin/oxlint'),
        ...['--config', join(root, '.oxlintrc.json'), '--format', 'json', folder],
      ],
      // The reply names files relative to where it runs.
      { cwd: folder, encoding: 'utf8' },
    );
    const found = (JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] })
      .diagnostics;
    const missed = Object.keys(planted).filter(
      (rule, index) =>
        !found.some(
          ({ code, filename }) => code === rule && filename.endsWith(`planted-${index}.ts`),
        ),
    );
    expect(missed).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
