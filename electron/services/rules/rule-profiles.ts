import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { parseRuleProfile, type RuleProfile } from '@core/qc/rule-profile';

/** Profiles of rules: those of the product, and a person's own. */
export interface RuleProfiles {
  /** In the order of their ids. One of a person's own stands for the product's of the same id. */
  list(): Promise<readonly RuleProfile[]>;
  /** @throws StudioError `rules/profile-unreadable` */
  read(path: string): Promise<RuleProfile>;
}

interface RuleProfileFolders {
  readonly resourcesDirectory: string;
  /** The folder of what a person keeps. */
  readonly home: string;
}

const extension = '.json';

/** A file of one that cannot be read is told to `log` and left out, so that the others can be used. */
export function createRuleProfiles(
  { resourcesDirectory, home }: RuleProfileFolders,
  log: (line: string) => void,
): RuleProfiles {
  const folders = [join(resourcesDirectory, 'rule-profiles'), join(home, 'rule-profiles')];
  return {
    read: readProfile,
    list: async () => {
      const found = new Map<string, RuleProfile>();
      for (const folder of folders) {
        for (const name of await listFiles(folder)) {
          try {
            const profile = await readProfile(join(folder, name));
            found.set(profile.id, profile);
          } catch (thrown) {
            log(`rules: ${name}: ${describeThrown(thrown)}`);
          }
        }
      }
      return [...found.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
    },
  };
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith(extension)).toSorted();
}

async function readProfile(path: string): Promise<RuleProfile> {
  const name = basename(path);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const data = { name, place: '', problem: describeThrown(cause) };
    throw new StudioError('rules/profile-unreadable', 'profile cannot be read', { data, cause });
  }
  return parseRuleProfile(value, name);
}
