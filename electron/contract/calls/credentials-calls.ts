import type { Nothing } from './nothing';

/** What can be set and cleared: what belongs together is replaced together. */
export type CredentialKind = 'accessKey' | 'pastedToken' | 'proxyPassword';

/** The only thing of the contract that carries a secret, and it goes inward only. */
export type CredentialChange =
  | {
      readonly kind: 'accessKey';
      readonly accessKeyId: string;
      readonly accessKeySecret: string;
      /** Of a temporary key (STS). */
      readonly securityToken?: string | undefined;
      /** When a temporary key ends, ms since 1970. */
      readonly expiresAtMs?: number | undefined;
    }
  /** A token a person made elsewhere; without an expiry it is used until it is refused. */
  | {
      readonly kind: 'pastedToken';
      readonly token: string;
      /** ms since 1970. */
      readonly expiresAtMs?: number | undefined;
    }
  | { readonly kind: 'proxyPassword'; readonly proxyPassword: string };

/** Where a credential that is used comes from. `session`: it is gone when the studio ends. */
export type CredentialPlace = 'keychain' | 'session' | 'environment';

/** What the window may know of one credential: never its value. */
export interface CredentialState {
  readonly name:
    | 'accessKeyId'
    | 'accessKeySecret'
    | 'securityToken'
    | 'pastedToken'
    | 'proxyPassword';
  /** Absent: there is none, or a locked keychain does not say. */
  readonly place?: CredentialPlace;
  /** First and last characters of an AccessKey id ("LTAI…3f2a"); of a secret there is none. */
  readonly mask?: string;
  /** Of a token or a temporary key, ms since 1970. */
  readonly expiresAtMs?: number;
}

/** All of what the window may know of credentials. */
export interface CredentialsDescription {
  readonly keychain: {
    readonly state: 'ready' | 'locked' | 'absent' | 'library-missing';
    /** As a person knows it ("GNOME Keyring"), where that can be told. */
    readonly name?: string;
  };
  readonly credentials: readonly CredentialState[];
  /** Something was set or cleared that the keychain has not taken; `credentials.retry` tells it. */
  readonly isUnsaved: boolean;
  /** The environment holds something that could be imported. */
  readonly canImport: boolean;
}

/** Calls about credentials. */
export interface CredentialsCalls {
  'credentials.describe': (input: Nothing) => Promise<CredentialsDescription>;
  /**
   * Keeps a credential in the keychain; where it takes nothing, for this session only, and the
   * answer says so. Takes the place of the one there was as a whole.
   */
  'credentials.set': (input: CredentialChange) => Promise<CredentialsDescription>;
  /** Forgets what the studio keeps. The environment is not the studio's and stays. */
  'credentials.clear': (input: {
    readonly kind: CredentialKind;
  }) => Promise<CredentialsDescription>;
  /** Keeps what the environment holds; `credentials/missing` where that is nothing. */
  'credentials.importFromEnvironment': (input: Nothing) => Promise<CredentialsDescription>;
  /**
   * Tells the keychain, which may be unlocked by now, what it has not taken; where there is nothing,
   * the person is asked to unlock it. May take as long as a person does.
   */
  'credentials.retry': (input: Nothing) => Promise<CredentialsDescription>;
}

/** What every window is told about credentials. */
export interface CredentialsEvents {
  'credentials.changed': CredentialsDescription;
}
