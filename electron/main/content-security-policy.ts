import { bytesScheme } from './addresses';

/**
 * The policy sent with the page. Styles may be inline because the popovers and the waveform put
 * style elements into the page; scripts may not, and nothing may be evaluated.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  `media-src 'self' blob: ${bytesScheme}:`,
  `connect-src 'self' ${bytesScheme}:`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
