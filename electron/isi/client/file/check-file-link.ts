import { StudioError } from '@core/errors/studio-error';
import { isIpAddress } from '@isi/is-ip-address';

/** Why the service would not fetch an address. */
export type LinkProblem = 'blanks' | 'not-a-url' | 'not-http' | 'ip-address';

/**
 * What the vendor demands of `file_link` and `callback_url`: http or https, a domain name and no
 * IP address, no blanks (protocol §3.2). `localhost` counts as a domain name.
 */
export function findLinkProblem(link: string): LinkProblem | undefined {
  if (/\s/u.test(link)) return 'blanks';
  if (!URL.canParse(link)) return 'not-a-url';
  const { protocol, hostname } = new URL(link);
  if (protocol !== 'http:' && protocol !== 'https:') return 'not-http';
  return isIpAddress(hostname) ? 'ip-address' : undefined;
}

/**
 * @param parameter `file_link`, `callback_url`, or the setting that the address comes from
 * @throws StudioError `usage/invalid` (data: `parameter`, `reason`, `problem`); the address, which
 *   may be signed, is not in it
 */
export function checkFileLink(parameter: string, link: string): void {
  const reason = findLinkProblem(link);
  if (reason === undefined) return;
  const problem = `${parameter}: ${reason} (http:// or https://, a domain name, no blanks)`;
  throw new StudioError('usage/invalid', problem, { data: { parameter, reason, problem } });
}
