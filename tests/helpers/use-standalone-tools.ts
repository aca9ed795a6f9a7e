import { createRequire } from 'node:module';
import { afterAll, beforeAll } from 'vitest';

const packages = {
  ZIMU_FFMPEG: '@ffmpeg-installer/ffmpeg',
  ZIMU_FFPROBE: '@ffprobe-installer/ffprobe',
} as const;
type Variable = keyof typeof packages;
const variables = Object.keys(packages) as Variable[];

/** For a program that must find its media tools as a person's does; an empty setting is none. */
export const toolsOfPath = { ZIMU_FFMPEG: '', ZIMU_FFPROBE: '' } as const satisfies Record<
  Variable,
  string
>;

/**
 * Has the studio, in this process and in those that the tests of this file start, use the ffmpeg
 * that comes with it: that one starts in 2 ms, a system's in 110, of which all but a few go into
 * linking some 200 libraries. For tests in which a recording must only be read. What the test set in
 * the variables itself stays, and so does the system's tool where the optional package is missing.
 */
export function useStandaloneTools(): void {
  let before: readonly (readonly [Variable, string | undefined])[] = [];
  beforeAll(() => {
    before = variables.map((name) => [name, process.env[name]]);
    for (const name of variables) {
      const path = findTool(packages[name]);
      if (path !== undefined) process.env[name] ??= path;
    }
  });
  afterAll(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });
}

function findTool(packageName: string): string | undefined {
  try {
    return (createRequire(import.meta.url)(packageName) as { readonly path: string }).path;
  } catch {
    // Absent, or not made for this platform.
    return undefined;
  }
}
