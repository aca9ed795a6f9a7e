import type { MessageKey } from '@core/messages/catalogue';

/** Why `readVendorReply` takes no reply out of a file. */
const reasons = [
  'not-json',
  'unknown-shape',
  'wrong-field',
  'not-finished',
  'several-recordings',
] as const;

/**
 * The texts for a file that should hold a reply and does not (data `file` and `reason`); undefined
 * for a reply that a server gave: there the address is to blame, here the file.
 */
export function explainUnreadableFile(
  data: Readonly<Record<string, unknown>>,
): { readonly happened: MessageKey; readonly next: MessageKey } | undefined {
  if (typeof data['file'] !== 'string') return undefined;
  const reason = reasons.find((known) => known === data['reason']) ?? 'unknown-shape';
  return {
    happened: `isi.import.unreadable.${reason}`,
    next:
      reason === 'not-finished' || reason === 'several-recordings'
        ? `isi.import.next.${reason}`
        : 'isi.import.next.file',
  };
}
