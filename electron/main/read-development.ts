/** How the program is run by who works on it. */
export interface Development {
  /** The page may be looked into and reloaded. */
  readonly isOn: boolean;
  /** Of the server that reloads sources as they change. */
  readonly pageUrl: string | undefined;
}

/**
 * `npm run dev` says by `ZIMU_DEVELOPMENT=1` that it started the program; a program that is not
 * packaged says nothing, because people run that too. The page of a development run comes from a
 * server of this computer or not at all: it may do whatever the studio may.
 */
export function readDevelopment(
  env: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Development {
  if (isPackaged || env['ZIMU_DEVELOPMENT'] !== '1') return { isOn: false, pageUrl: undefined };
  const given = URL.parse(env['ELECTRON_RENDERER_URL'] ?? '');
  const isOurs =
    given !== null &&
    given.protocol === 'http:' &&
    given.username === '' &&
    given.password === '' &&
    /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(given.hostname);
  return { isOn: true, pageUrl: isOurs ? given.href : undefined };
}
