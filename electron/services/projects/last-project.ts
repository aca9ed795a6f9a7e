import { z } from 'zod';
import { describeThrown } from '@core/errors/studio-error';
import { readRegularText } from '../files/regular-file';
import { writeText } from '../files/write-text';

/** Which project was opened last, over the end of the studio. */
export interface LastProject {
  readonly read: () => Promise<string | undefined>;
  /** Never rejects: a start without the last project is an inconvenience. */
  readonly remember: (projectId: string) => Promise<void>;
}

const fileSchema = z.object({ lastProjectId: z.string() });

/**
 * Keeps it in a file of its own: nobody chose it, so it is no setting. The time at which a project
 * was touched does not tell it, because jobs touch projects that nobody looks at.
 * @param path absolute
 */
export function createLastProject(path: string, log: (line: string) => void): LastProject {
  let known: string | undefined;
  return {
    async read() {
      if (known !== undefined) return known;
      try {
        return fileSchema.parse(JSON.parse(await readRegularText(path))).lastProjectId;
      } catch {
        // The first start, or a file that is lost: there is none.
        return undefined;
      }
    },
    async remember(projectId) {
      if (known === projectId) return;
      known = projectId;
      const text = `${JSON.stringify({ lastProjectId: projectId })}\n`;
      await writeText(path, text, 'output/unwritable').catch((thrown: unknown) =>
        log(`session: ${describeThrown(thrown)}`),
      );
    },
  };
}
