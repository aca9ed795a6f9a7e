import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { StudioError, describeThrown } from '@core/errors/studio-error';

const settingsSchema = z.object({
  /** Language of the product's own texts. */
  locale: z.enum(['en', 'zh-CN']).optional(),
  ffmpegPath: z.string().optional(),
  ffprobePath: z.string().optional(),
});

/** What a person chose once and for all; every part is optional. */
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings file; one that does not exist gives empty settings.
 * @throws StudioError `settings/unreadable` when it is there but is not what it should be
 */
export async function loadSettings(path: string): Promise<Settings> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    // A folder that cannot be is said where it matters: when something is to be written there.
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw unreadable(path, cause);
  }
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): StudioError {
  return new StudioError('settings/unreadable', 'settings file cannot be read', {
    data: { path, reason: describeThrown(cause) },
    cause,
  });
}
