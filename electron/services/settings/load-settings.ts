import { z } from 'zod';
import type { StudioSettings } from '@contract/api';
import { settingsSchema } from '@contract/inputs';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { readRegularText } from '../files/regular-file';

/** The settings file: what is understood of it, and all of it, for whoever writes it back. */
export interface SettingsFile {
  readonly settings: StudioSettings;
  /** Keys of other versions included. */
  readonly content: Readonly<Record<string, unknown>>;
}

const anyObject = z.record(z.string(), z.unknown());

/**
 * Reads the settings file; one that does not exist gives empty settings.
 * @throws StudioError `settings/unreadable` (data: `path`, `reason`) when it is there but is not
 *   what it should be
 */
export async function readSettingsFile(path: string): Promise<SettingsFile> {
  let text: string;
  try {
    text = await readRegularText(path);
  } catch (cause) {
    // A folder that cannot be is said where it matters: when something is to be written there.
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { settings: {}, content: {} };
    throw unreadable(path, cause);
  }
  try {
    const content = anyObject.parse(JSON.parse(text));
    return { settings: settingsSchema.parse(content), content };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/**
 * What a person chose, for whoever only reads it. The file is left as it is, whatever it holds.
 * @throws StudioError as {@link readSettingsFile}
 */
export async function loadSettings(path: string): Promise<StudioSettings> {
  return (await readSettingsFile(path)).settings;
}

function unreadable(path: string, cause: unknown): StudioError {
  return new StudioError('settings/unreadable', 'settings file cannot be read', {
    data: {
      path,
      reason: cause instanceof z.ZodError ? describeIssues(cause) : describeThrown(cause),
    },
    cause,
  });
}

function describeIssues({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
