import { z } from 'zod';
import type { CredentialChange, CredentialKind } from './api';

/*
 * No message here says what it was given: a refusal goes to logs and screens, and what is refused
 * is a secret with a typing error in it.
 */

/** Keys and tokens go into headers and signed text, where nothing else is safe. */
const ascii = (most: number): z.ZodString =>
  z
    .string()
    // Copied out of a console or a table, with what stands around it.
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must not be longer than ${most} characters`)
    .regex(/^[\x21-\x7e]*$/, 'must consist of ASCII characters without blanks');

/** A password may begin or end with a blank; a line break comes from pasting. */
const password = z
  .string()
  .overwrite((value) => value.replace(/[\r\n]+$/, ''))
  .min(1, 'must not be empty')
  .max(512, 'must not be longer than 512 characters')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not have control characters');

export const credentialKind: z.ZodType<CredentialKind> = z.enum([
  'accessKey',
  'pastedToken',
  'proxyPassword',
]);

/** What `credentials.set` takes, without the blanks around it. Refusals name the field only. */
export const credentialChange: z.ZodType<CredentialChange> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('accessKey'),
    accessKeyId: ascii(128),
    accessKeySecret: ascii(128),
    securityToken: ascii(4_096).optional(),
    expiresAtMs: z.int().positive().optional(),
  }),
  z.strictObject({
    kind: z.literal('pastedToken'),
    token: ascii(4_096),
    expiresAtMs: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal('proxyPassword'), proxyPassword: password }),
]);
