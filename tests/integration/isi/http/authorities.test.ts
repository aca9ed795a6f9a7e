import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../../electron/isi/client/http/create-http-client';
import { listAuthorities } from '../../../../electron/isi/client/http/trusted-authorities';
import { makeCertificate } from '../../../helpers/make-certificate';
import { useServers } from '../../../helpers/use-servers';

/** An authority that nobody but this company knows, and the certificate of its server. */
const company = makeCertificate('localhost');
const needsOpenssl = 'openssl is missing';
const { listen } = useServers();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-authorities-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function place(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function startCompanyServer(): Promise<string> {
  const server = createServer({ ...company }, (_request, response) => response.end('within'));
  return `https://localhost:${await listen(server)}/`;
}

async function get(url: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const client = createHttpClient({ environment });
  try {
    const { body } = await client.send({ method: 'GET', url, signal: AbortSignal.timeout(20_000) });
    return Buffer.from(body).toString();
  } finally {
    await client.close();
  }
}

describe('a server of a company', () => {
  test.for(['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])(
    'is trusted where %s names its authority, beside those of everybody',
    async (name, { skip }) => {
      if (company === undefined) return skip(needsOpenssl);
      const url = await startCompanyServer();
      await expect(get(url, {})).rejects.toMatchObject({ code: 'network/tls' });
      const bundle = place(
        'bundle.pem',
        `# of the company\n${rootCertificates[0]}\n${company.cert}`,
      );
      expect(await get(url, { [name]: bundle })).toBe('within');
      await expect(get(url, { [name]: join(folder, 'not-there') })).rejects.toMatchObject({
        code: 'network/tls',
      });
    },
  );
});

describe('the authorities', () => {
  const asked: string[] = [];
  const newer = {
    rootCertificates: ['bundled'],
    getCACertificates: (type: 'default' | 'system') => {
      asked.push(type);
      return type === 'default' ? ['bundled', 'extra'] : ['extra', 'of the system'];
    },
  };

  test("are Node's and the system's, each once, where Node knows them", () => {
    const known = { known: newer, environment: {}, platform: 'win32' } as const;
    expect(listAuthorities(known)).toEqual(['bundled', 'extra', 'of the system']);
    expect(asked).toEqual(['default', 'system']);
  });

  test('are still those of Node where the store of the system is damaged', () => {
    const getCACertificates = (type: 'default' | 'system'): string[] => {
      if (type === 'system') throw new Error('the store is damaged');
      return ['bundled'];
    };
    const known = { ...newer, getCACertificates };
    expect(listAuthorities({ known, environment: {}, platform: 'darwin' })).toEqual(['bundled']);
  });

  test('of an older Node are its own and, on Linux, those of the distribution', () => {
    const known = { rootCertificates: ['bundled'] };
    const list = (platform: NodeJS.Platform): string[] =>
      listAuthorities({ known, environment: {}, platform });
    expect(list('win32')).toEqual(['bundled']);
    // Some are there wherever ca-certificates is installed, none in a bare container.
    expect(list('linux').length).toBe(
      new Set(list('linux').map((text) => text.replaceAll(/\s/g, ''))).size,
    );
    expect(list('linux').every((text) => /^(?:bundled$|-----BEGIN CERT)/.test(text))).toBe(true);
  });
});
