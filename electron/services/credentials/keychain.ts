import { createRequire } from 'node:module';

/**
 * The OS keychain, through keytar. This is its only importer, and it asks for known accounts only:
 * keytar's `findCredentials` ends the process with a segmentation fault on a locked keyring.
 */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export type KeychainState =
  | { readonly state: 'ready' }
  /** A store answers but takes nothing until it is unlocked. */
  | { readonly state: 'locked'; readonly reason: string }
  /** No store answers: no session bus, no service. */
  | { readonly state: 'absent'; readonly reason: string }
  /** keytar, an optional dependency, is not installed or lacks its system library. */
  | { readonly state: 'library-missing'; readonly reason: string };

const serviceName = 'zimu-studio';
const probeAccount = 'write-probe';
/** A daemon that waits for a person to unlock it would otherwise hold the caller for ever. */
const answerWithinMs = 5_000;

/**
 * Finds out whether secrets can be kept, by keeping one: reading tells a locked keyring from an
 * empty one no better than a coin, so a harmless entry is written, read back and deleted.
 */
export async function checkKeychain(): Promise<KeychainState> {
  let keytar: Keytar;
  try {
    keytar = createRequire(import.meta.url)('keytar') as Keytar;
  } catch (thrown) {
    return { state: 'library-missing', reason: firstLine(thrown) };
  }
  try {
    return await withinTime(writeProbe(keytar));
  } catch (thrown) {
    const reason = firstLine(thrown);
    return /locked|object does not exist|no answer/i.test(reason)
      ? { state: 'locked', reason }
      : { state: 'absent', reason };
  }
}

async function writeProbe(keytar: Keytar): Promise<KeychainState> {
  await keytar.setPassword(serviceName, probeAccount, 'probe');
  const kept = await keytar.getPassword(serviceName, probeAccount);
  await keytar.deletePassword(serviceName, probeAccount);
  return kept === 'probe'
    ? { state: 'ready' }
    : { state: 'locked', reason: 'what was stored did not come back' };
}

async function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer from the keychain')), answerWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n')[0] ?? text;
}
