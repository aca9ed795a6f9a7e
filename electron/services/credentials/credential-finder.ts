import type { CredentialChange, CredentialKind } from '@contract/api';
import { describeThrown } from '@core/errors/studio-error';
import type { FoundCredential } from './describe-credential';
import type { SecretStore } from './secret-store';
import { formatEntry, listSecrets, parseEntry } from './stored-credentials';

/** What a credential is asked for: work that a person wants done, or to see how things stand. */
export type CredentialUse = 'work' | 'look';

/** Set (or, without an entry, cleared) in this session and not taken by the keychain so far. */
export interface HeldEntry {
  readonly entry: string | undefined;
}

export interface FinderOptions {
  readonly secrets: SecretStore;
  /** What the environment holds. */
  readonly changes: readonly CredentialChange[];
  /** What wins: what a person keeps in the studio, or, on a command line, its environment. */
  readonly first: 'kept' | 'environment';
  /** A command was given for its work, of which every look is a part. */
  readonly isLookWork: boolean;
  readonly findHeld: (kind: CredentialKind) => HeldEntry | undefined;
  /** Told of every secret that is found. */
  readonly onMet: (secret: string) => void;
  readonly log: (line: string) => void;
}

/** Looks for a credential where it may be; gives undefined where there is none, and never rejects. */
export type FindCredential = <Kind extends CredentialKind>(
  kind: Kind,
  by: CredentialUse,
) => Promise<FoundCredential<Kind> | undefined>;

/** Of the session, the keychain and the environment the first that has it. */
export function createCredentialFinder({
  secrets,
  changes,
  first,
  isLookWork,
  findHeld,
  onMet,
  log,
}: FinderOptions): FindCredential {
  const readEntry = async (
    kind: CredentialKind,
    by: CredentialUse,
  ): Promise<string | undefined> => {
    if (by === 'work' || isLookWork) return secrets.read(kind);
    const { state } = await secrets.check();
    // Not asked when it would not say: on a desktop each question asks a person for a password.
    return state === 'ready' ? secrets.look(kind) : undefined;
  };

  const findKept: FindCredential = async (kind, by) => {
    const held = findHeld(kind);
    let entry = held?.entry;
    if (held === undefined) {
      entry = await readEntry(kind, by).catch((thrown: unknown) => {
        log(`credentials: the keychain cannot be read (${firstLine(thrown)})`);
        return undefined;
      });
    }
    const value = parseEntry(kind, entry);
    if (value === undefined) return undefined;
    for (const secret of listSecrets(value)) onMet(secret);
    return { value, place: held === undefined ? 'keychain' : 'session' };
  };

  const findInEnvironment = <Kind extends CredentialKind>(
    kind: Kind,
  ): FoundCredential<Kind> | undefined => {
    const change = changes.find((candidate) => candidate.kind === kind);
    const value = parseEntry(kind, change === undefined ? undefined : formatEntry(change));
    return value === undefined ? undefined : { value, place: 'environment' };
  };

  return async (kind, by) => {
    const given = findInEnvironment(kind);
    if (first === 'environment' && given !== undefined) return given;
    return (await findKept(kind, by)) ?? given;
  };
}

/** keytar's errors name what failed, never what was to be kept. */
export function firstLine(thrown: unknown): string {
  return describeThrown(thrown).split('\n')[0] ?? '';
}
