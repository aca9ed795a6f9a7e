/** Whether a place for secrets takes and gives them now. */
export type KeychainState =
  | { readonly state: 'ready' }
  /** A store answers but takes nothing until it is unlocked. */
  | { readonly state: 'locked'; readonly reason: string }
  /** No store answers: no session bus, no service. */
  | { readonly state: 'absent'; readonly reason: string }
  /** keytar, an optional dependency, is not installed or lacks its system library. */
  | { readonly state: 'library-missing'; readonly reason: string };

/**
 * The entries there are. Everything that is of use only together lies in one, so that no reader
 * ever finds a half of it.
 */
export const secretAccounts = ['accessKey', 'pastedToken', 'proxyPassword'] as const;
export type SecretAccount = (typeof secretAccounts)[number];

/**
 * A place that keeps secrets after the program has ended. Every call ends within a bounded time,
 * and no error has a secret in it. What is done for a person who asked for it may have the system
 * ask that person for a password, and waits for it; what is only looked at does neither.
 */
export interface SecretStore {
  /** Whether it takes and gives secrets now. Writes nothing and asks nobody. Never rejects. */
  check(): Promise<KeychainState>;
  /** Has it unlocked by the person, by giving it a harmless secret. Never rejects. */
  unlock(): Promise<KeychainState>;
  /** What a person calls it ("GNOME Keyring"); undefined where that cannot be told. */
  findName(): Promise<string | undefined>;
  /**
   * For a look, of a store that was found ready.
   * @returns undefined where there is no such entry; a locked store says so of every entry
   * @throws Error where no store answers
   */
  look(account: SecretAccount): Promise<string | undefined>;
  /** The same for work, which needs it. */
  read(account: SecretAccount): Promise<string | undefined>;
  /** @throws Error where it was not taken; one that answers late may take it afterwards */
  write(account: SecretAccount, secret: string): Promise<void>;
  /** Resolves when there is surely no such entry. @throws Error where that cannot be known */
  remove(account: SecretAccount): Promise<void>;
}
