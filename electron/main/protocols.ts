import { type Protocol, protocol } from 'electron';
import { bytesScheme, type PageAddress, pageScheme } from './addresses';
import { createPageHandler } from './serve-page';

/** Gives our schemes the rights of the web. Electron accepts this only before it is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: bytesScheme,
      privileges: {
        standard: true,
        secure: true,
        stream: true,
        supportFetchAPI: true,
        corsEnabled: true,
      },
    },
  ]);
}

export interface ProtocolSources {
  readonly page: PageAddress;
  /** Folder of the built renderer. */
  readonly rendererDirectory: string;
  /** Answers for bytes, with `Range`. */
  readonly answerBytes: (request: Request) => Promise<Response>;
}

/** Answers our schemes in a session. The bytes may be read by our own page only. */
export function handleSchemes(
  sessionProtocol: Protocol,
  { page, rendererDirectory, answerBytes }: ProtocolSources,
): void {
  sessionProtocol.handle(pageScheme, createPageHandler(rendererDirectory));
  sessionProtocol.handle(bytesScheme, async (request) => {
    const response = await answerBytes(request).catch(() => new Response(null, { status: 500 }));
    const headers = new Headers(response.headers);
    headers.set('access-control-allow-origin', page.origin);
    headers.set('x-content-type-options', 'nosniff');
    return new Response(response.body, {
      status: response.status,
      statusText: response.statusText,
      headers,
    });
  });
}
