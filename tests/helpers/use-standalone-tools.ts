import { afterAll, beforeAll } from 'vitest';
import { findStandaloneTools, type ToolVariable } from './find-standalone-tools';

/** For a program that must find its media tools as a person's does; an empty setting is none. */
export const toolsOfPath = { ZIMU_FFMPEG: '', ZIMU_FFPROBE: '' } as const satisfies Record<
  ToolVariable,
  string
>;

/**
 * Has the studio, in this process and in those that the tests of this file start, use the ffmpeg
 * that comes with it. What the test set in the variables itself stays.
 */
export function useStandaloneTools(): void {
  let before: readonly (readonly [string, string | undefined])[] = [];
  beforeAll(() => {
    const found = Object.entries(findStandaloneTools());
    before = found.map(([name]) => [name, process.env[name]]);
    for (const [name, path] of found) process.env[name] ??= path;
  });
  afterAll(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });
}
