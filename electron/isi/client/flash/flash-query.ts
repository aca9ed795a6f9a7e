import { encodePop } from '../pop/pop-request';

/**
 * The query of a request, each name and value percent-encoded once: the `%2B` of a signed
 * `audio_address` becomes `%252B`, as the service wants it (protocol §2.2). `undefined` is left
 * out.
 */
export function buildFlashQuery(
  parameters: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodePop(name)}=${encodePop(String(value))}`)
    .join('&');
}
