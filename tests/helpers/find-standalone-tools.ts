import { createRequire } from 'node:module';

const packages = {
  ZIMU_FFMPEG: '@ffmpeg-installer/ffmpeg',
  ZIMU_FFPROBE: '@ffprobe-installer/ffprobe',
} as const;
export type ToolVariable = keyof typeof packages;

/**
 * Environment that has the studio use the ffmpeg that comes with it: that one starts in 2 ms, a
 * system's in 110, of which all but a few go into linking some 200 libraries. For tests in which a
 * recording must only be read. Empty where the optional package is missing.
 */
export function findStandaloneTools(): Partial<Readonly<Record<ToolVariable, string>>> {
  return Object.fromEntries(
    Object.entries(packages).flatMap(([name, packageName]) => {
      const path = findTool(packageName);
      return path === undefined ? [] : [[name, path]];
    }),
  );
}

function findTool(packageName: string): string | undefined {
  try {
    return (createRequire(import.meta.url)(packageName) as { readonly path: string }).path;
  } catch {
    // Absent, or not made for this platform.
    return undefined;
  }
}
