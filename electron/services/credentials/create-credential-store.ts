import { omitUndefined } from '@core/omit-undefined';
import type {
  CredentialChange,
  CredentialKind,
  CredentialsDescription,
  Publish,
} from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import {
  createCredentialFinder,
  firstLine,
  type CredentialUse,
  type HeldEntry,
} from './credential-finder';
import { describeCredentials } from './describe-credential';
import {
  listEnvironmentSecrets,
  readEnvironmentCredentials,
  type RefusedVariable,
} from './environment-credentials';
import type { SecretStore } from './secret-store';
import { type Credentials, formatEntry, listSecrets, parseEntry } from './stored-credentials';

/** The credentials of this process. Values are for services only; windows get descriptions [KC2]. */
export interface CredentialStore {
  /**
   * The credential to use now; undefined where there is none. Never rejects.
   * @param by of a look, a person is not asked for the password of a locked keychain
   */
  read<Kind extends CredentialKind>(
    kind: Kind,
    by?: CredentialUse,
  ): Promise<Credentials[Kind] | undefined>;
  /**
   * The same for who cannot do without.
   * @throws StudioError `credentials/missing`; `usage/invalid` (data: `parameter`, `reason`) where
   *   a variable holds what it cannot be; `credentials/locked` where it may be in a keychain that
   *   does not say
   */
  demand<Kind extends 'accessKey' | 'pastedToken'>(
    kind: Kind,
    by?: CredentialUse,
  ): Promise<Credentials[Kind]>;
  /** A look: waits for nothing that is on its way to the keychain. */
  describe(): Promise<CredentialsDescription>;
  /** Holds from the call on; resolves when the keychain has taken it, or has not. Publishes. */
  set(change: CredentialChange): Promise<CredentialsDescription>;
  clear(kind: CredentialKind): Promise<CredentialsDescription>;
  /**
   * @throws StudioError `credentials/missing` where the environment holds none that is complete,
   *   `usage/invalid` where one of its variables holds what no credential can be
   */
  importFromEnvironment(): Promise<CredentialsDescription>;
  /** Tells the keychain what it has not taken so far, or has it unlocked. */
  retry(): Promise<CredentialsDescription>;
  /** Every secret value met in this process, to be kept out of logs. */
  knownSecrets(): readonly string[];
  /**
   * Resolves when nothing is on its way to the keychain, or soon: what waits for a person would
   * hold up the end of the program, and is given up with it.
   */
  settled(): Promise<void>;
}

export interface CredentialStoreOptions {
  readonly secrets: SecretStore;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What wins: what a person keeps in the studio, or, on a command line, its environment. */
  readonly first: 'kept' | 'environment';
  /** A command was given for its work, of which every look is a part. */
  readonly isLookWork?: boolean;
  /** How long the end of the studio waits for the keychain, ms. */
  readonly endLimitMs?: number;
  readonly publish: Publish;
  readonly log: (line: string) => void;
}

/** The end waits for an entry that is being taken, and not for a person. */
const usualEndLimitMs = 3_000;

/**
 * Credentials come from what was set in this session or is in the keychain, and from the
 * environment. What the keychain does not take is held until the end of the process and is never
 * written anywhere else.
 */
export function createCredentialStore({
  secrets,
  env,
  first,
  isLookWork = false,
  endLimitMs = usualEndLimitMs,
  publish,
  log,
}: CredentialStoreOptions): CredentialStore {
  const environment = readEnvironmentCredentials(env);
  const unsaved = new Map<CredentialKind, HeldEntry>();
  const met = new Set(listEnvironmentSecrets(env));
  let keychainName: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other, so that the last one asked for is the one that stays. */
  const inOrder = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  const find = createCredentialFinder({
    ...{ secrets, first, isLookWork, log },
    changes: environment.changes,
    findHeld: (kind) => unsaved.get(kind),
    onMet: (secret) => met.add(secret),
  });

  /** Who asks for a key without a word of one in the environment may have meant its token. */
  const findRefused = (kind: CredentialKind): RefusedVariable | undefined => {
    const isTokenMeant = kind === 'accessKey' && environment.missing.length === 2;
    const own = environment.refused.find((one) => one.kind === kind);
    return own ?? (isTokenMeant ? environment.refused[0] : undefined);
  };

  const describeNow = async (): Promise<CredentialsDescription> => {
    const { state } = await secrets.check();
    if (state !== 'library-missing') keychainName ??= await secrets.findName();
    // At once: one that is slow is waited for once.
    const [accessKey, pastedToken, proxyPassword] = await Promise.all([
      find('accessKey', 'look'),
      find('pastedToken', 'look'),
      find('proxyPassword', 'look'),
    ]);
    const found = { accessKey, pastedToken, proxyPassword };
    return {
      keychain: { state, ...omitUndefined({ name: keychainName }) },
      credentials: describeCredentials(found),
      // What was cleared can still be in a keychain only where there is one.
      isUnsaved: [...unsaved.values()].some(
        ({ entry }) => entry !== undefined || state === 'locked',
      ),
      canImport: environment.changes.some(({ kind }) => found[kind]?.place === 'environment'),
    };
  };

  const save = async (kind: CredentialKind): Promise<void> => {
    const held = unsaved.get(kind);
    if (held === undefined) return;
    try {
      if (held.entry === undefined) await secrets.remove(kind);
      else await secrets.write(kind, held.entry);
      // Another one may have been set meanwhile; its turn comes.
      if (unsaved.get(kind) === held) unsaved.delete(kind);
    } catch (thrown) {
      log(`credentials: ${kind} holds for this session only (${firstLine(thrown)})`);
    }
  };

  const unlock = async (): Promise<void> => {
    if ((await secrets.check()).state !== 'ready') await secrets.unlock();
  };

  const saveAll = (kinds: readonly CredentialKind[]): Promise<CredentialsDescription> =>
    inOrder(async () => {
      for (const kind of kinds) await save(kind);
      const description = await describeNow();
      publish('credentials.changed', description);
      return description;
    });

  const hold = (change: CredentialChange): void => {
    const entry = formatEntry(change);
    const value = parseEntry(change.kind, entry);
    for (const secret of value === undefined ? [] : listSecrets(value)) met.add(secret);
    unsaved.set(change.kind, { entry });
  };

  return {
    read: async (kind, by = 'work') => (await find(kind, by))?.value,
    async demand(kind, by = 'work') {
      const found = await find(kind, by);
      if (found !== undefined) return found.value;
      const refused = findRefused(kind);
      if (refused !== undefined) throw refuse(refused);
      const { state } = await secrets.check();
      if (state === 'locked') throw new StudioError('credentials/locked', 'keychain is locked');
      throw missing(kind === 'accessKey' ? environment.missing : ['ZIMU_ISI_TOKEN']);
    },
    describe: describeNow,
    set(change) {
      hold(change);
      return saveAll([change.kind]);
    },
    clear(kind) {
      unsaved.set(kind, { entry: undefined });
      return saveAll([kind]);
    },
    async importFromEnvironment() {
      const { changes } = environment;
      if (changes.length === 0) {
        const refused = findRefused('accessKey');
        throw refused === undefined ? missing(environment.missing) : refuse(refused);
      }
      for (const change of changes) hold(change);
      return saveAll(changes.map(({ kind }) => kind));
    },
    async retry() {
      // With nothing to be taken, what a locked keychain holds is what is wanted.
      if (unsaved.size === 0) await inOrder(unlock);
      return saveAll([...unsaved.keys()]);
    },
    knownSecrets: () => [...met],
    async settled() {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((fulfil) => {
        timer = setTimeout(fulfil, endLimitMs);
      });
      await Promise.race([last, limit]);
      clearTimeout(timer);
    },
  };
}

function missing(names: readonly string[]): StudioError {
  return new StudioError('credentials/missing', 'there is no such credential', {
    data: { missing: names.join(', ') },
  });
}

/** The value itself is not shown. */
function refuse({ name, reason }: RefusedVariable): StudioError {
  const problem = `${name} holds what it cannot be (${reason})`;
  return new StudioError('usage/invalid', problem, { data: { problem, parameter: name, reason } });
}
