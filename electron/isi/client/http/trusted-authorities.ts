import { readFileSync } from 'node:fs';
import tls, { createSecureContext, type SecureContext } from 'node:tls';

/** The part of `node:tls` that knows authorities; the function came with Node 22.15. */
export interface KnownAuthorities {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: (type: 'default' | 'system') => readonly string[];
}

export interface AuthoritySources {
  readonly known: KnownAuthorities;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Where the distributions of Linux keep all authorities in one file; the first that is there. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/**
 * PEM texts of the authorities that are trusted: Node's own, what NODE_EXTRA_CA_CERTS and
 * SSL_CERT_FILE name, and those of this computer, where a company puts the one with which its
 * network looks into connections. An older Node cannot ask macOS and Windows for theirs; on Linux
 * the distribution's file is read in its place.
 * @returns at least Node's own, whatever else cannot be read
 */
export function listAuthorities(sources: AuthoritySources): string[] {
  const { known, environment } = sources;
  const named = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'].map((name) => environment[name] ?? '');
  const all = [
    ...(known.getCACertificates?.('default') ?? known.rootCertificates),
    ...named.flatMap(readCertificates),
    ...listOfSystem(sources),
  ];
  // Most are in several lists, in lines of other lengths; each costs a fifth of a millisecond.
  return [...new Map(all.map((pem) => [pem.replaceAll(/\s/g, ''), pem])).values()];
}

function listOfSystem({ known, environment, platform }: AuthoritySources): readonly string[] {
  if (known.getCACertificates !== undefined) {
    try {
      return known.getCACertificates('system');
    } catch {
      // A damaged store of the system must not keep the program from the network.
      return [];
    }
  }
  // As OpenSSL does: a file that is named stands in the place of the usual one.
  if (platform !== 'linux' || (environment['SSL_CERT_FILE'] ?? '') !== '') return [];
  return linuxBundles.map(readCertificates).find((found) => found.length > 0) ?? [];
}

/** The certificates of a file; none where there is no such file. */
function readCertificates(path: string): readonly string[] {
  if (path === '') return [];
  try {
    const pem = readFileSync(path, 'utf8');
    return pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  } catch {
    // Not there, or not for us to read: the same as no certificates.
    return [];
  }
}

/** Some 300 certificates take their time, so they are read once for all connections. */
const contexts = new Map<string, SecureContext>();

/**
 * What connections trust by TLS. Made when the first one is needed.
 * @param given PEM texts of authorities that are trusted besides
 */
export function findSecureContext(
  environment: AuthoritySources['environment'],
  given: readonly string[],
): SecureContext {
  const names = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
  const key = JSON.stringify([names.map((name) => environment[name]), given]);
  const made = contexts.get(key);
  if (made !== undefined) return made;
  const { platform } = process;
  const authorities = listAuthorities({ known: tls, environment, platform });
  const context = createSecureContext({ ca: [...authorities, ...given] });
  contexts.set(key, context);
  return context;
}
