import { execFile, execFileSync } from 'node:child_process';

/** Nothing listens there, and no packet leaves this computer. */
const nowhere = '127.0.0.9';

/** Whether curl is on this computer. */
export function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs curl with an environment of its own; gives what it wrote. */
export function runCurl(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  return new Promise((fulfil) => {
    // A transfer that fails is an answer too.
    execFile('curl', ['-q', '--silent', ...words], { env }, (_error, output) => fulfil(output));
  });
}

/**
 * Where curl would connect to for each address, as `host:port`. All names lead nowhere, so that each
 * connection is refused at once, and curl says which one it was.
 */
export async function findCurlsWays(
  targets: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const ports = [80, 443, 1080, 3128, 8080, 8443, 8888];
  const output = await runCurl(
    [
      ...ports.flatMap((port) => ['--resolve', `*:${port}:${nowhere}`]),
      ...['--globoff', '--output', '/dev/null', '--write-out', '%{errormsg}\n'],
      ...targets,
    ],
    environment,
  );
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, host = line, port = ''] = /connect to (\S+) port (\d+)/.exec(line) ?? [];
      return `${host}:${port}`;
    });
}
