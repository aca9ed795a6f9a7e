/** Codes that mean: done, and nothing was said (protocol §0.7, §2.4, §3.4). */
const silentCodes = { flash: [40270002], file: [21050003, 41050029] } as const;

/** The number of the second is unproven and its older spelling has a slip, so the text decides. */
const silentText = /^(?:SUCCESS_WITH_NO_VALID_FRAGMENT|ASR_RESPONSE_HAVE_[NH]O_WORDS)$/u;

/**
 * Whether a status says that the recording was heard and holds no words, which is a result [IS9].
 * @param code `status` or `StatusCode`, a number or a text
 * @param text the file service's `StatusText`; some clients found it in place of the code
 */
export function isSilentStatus(
  service: 'flash' | 'file',
  code: number | string,
  text?: string | null,
): boolean {
  if (silentCodes[service].some((silent) => String(silent) === String(code))) return true;
  return service === 'file' && (silentText.test(String(code)) || silentText.test(text ?? ''));
}
