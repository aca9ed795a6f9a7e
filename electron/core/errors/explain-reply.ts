import type { MessageKey } from '../messages/catalogue';

/** Why what came is no reply of the service. */
export const replyReasons = [
  'login',
  'redirect',
  'gateway',
  'other-server',
  'web-page',
  'empty',
  'broken',
  'other-content',
] as const;
export type ReplyReason = (typeof replyReasons)[number];

const nextOfReply: Readonly<Record<ReplyReason, MessageKey>> = {
  login: 'reason.reply.next.login',
  redirect: 'reason.reply.next.login',
  gateway: 'reason.reply.next.gateway',
  'other-server': 'reason.reply.next.address',
  'web-page': 'reason.reply.next.login',
  empty: 'reason.reply.next.gateway',
  broken: 'reason.reply.next.gateway',
  'other-content': 'reason.reply.next.address',
};

/** The texts of `engine/reply-unreadable` for a reply of a server, by its `data.reason`. */
export function explainReply(
  data: Readonly<Record<string, unknown>>,
): { readonly happened: MessageKey; readonly next: MessageKey } | undefined {
  const reason = replyReasons.find((known) => known === data['reason']);
  if (reason === undefined) return undefined;
  return { happened: `reason.reply.${reason}`, next: nextOfReply[reason] };
}
