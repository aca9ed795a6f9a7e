import { dispatch } from '@contract/dispatch';
import { inputSchemas } from '@contract/inputs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHandlers } from '../../helpers/make-handlers';

const schema = inputSchemas['credentials.set'];
const key = { kind: 'accessKey', accessKeyId: 'LTAI0123456789abcdef', accessKeySecret: 'aB3/x+=' };

async function refusal(input: unknown): Promise<string> {
  const reply = await dispatch(makeHandlers({}), 'credentials.set', input);
  return reply.ok ? '' : JSON.stringify(reply.error);
}

describe('a new credential', () => {
  it('loses the blanks it was pasted with', () => {
    expect(
      schema.parse({ ...key, accessKeyId: `\t${key.accessKeyId} `, accessKeySecret: ' aB3\r\n' }),
    ).toEqual({ ...key, accessKeySecret: 'aB3' });
    expect(schema.parse({ kind: 'pastedToken', token: '\uFEFF0f9e\n', expiresAtMs: 7 })).toEqual({
      kind: 'pastedToken',
      token: '0f9e',
      expiresAtMs: 7,
    });
  });

  it('keeps the blanks of a password', () => {
    const proxyPassword = ' 密码 with blanks ';
    expect(schema.parse({ kind: 'proxyPassword', proxyPassword: `${proxyPassword}\n` })).toEqual({
      kind: 'proxyPassword',
      proxyPassword,
    });
  });

  it.each([
    ['accessKeyId', { ...key, accessKeyId: ' ' }],
    ['accessKeyId', { ...key, accessKeyId: 'LTAI\u200B42' }],
    ['accessKeySecret', { ...key, accessKeySecret: 'two words' }],
    ['accessKeySecret', { ...key, accessKeySecret: 'ｆｕｌｌ' }],
    ['accessKeySecret', { kind: 'accessKey', accessKeyId: 'LTAI' }],
    ['securityToken', { ...key, securityToken: 'a\u0000b' }],
    ['token', { kind: 'pastedToken', token: 'a\r\nHost: b' }],
    ['expiresAtMs', { kind: 'pastedToken', token: 'a', expiresAtMs: -1 }],
    ['proxyPassword', { kind: 'proxyPassword', proxyPassword: 'a\tb' }],
    ['proxyPassword', { kind: 'proxyPassword', proxyPassword: '\uD800' }],
    ['kind', { kind: 'oss' }],
    ['kind', {}],
  ])('is refused with the name of the field %s', async (field, input) => {
    expect(await refusal(input)).toContain(`"problem":"credentials.set: ${field} `);
  });

  it('is never in its refusal', async () => {
    // Marked, so that it is no part of a word of the refusal.
    const secret = fc.stringMatching(/^[!-~]{8,40}$/).map((text) => `#${text}#`);
    const wrongForm = fc.constantFrom(
      (text: string) => `${text} ${text}`,
      (text: string) => `${text}\u0001`,
      (text: string) => `${text}中`,
      (text: string) => text.repeat(1_000),
      (text: string) => [text],
      (text: string) => ({ value: text }),
    );
    const field = fc.constantFrom('kind', 'accessKeyId', 'accessKeySecret', 'securityToken');
    await fc.assert(
      fc.asyncProperty(secret, wrongForm, field, async (text, makeWrong, name) => {
        const said = await refusal({ ...key, [name]: makeWrong(text) });
        expect(said).toContain(name);
        expect(said).not.toContain(text);
      }),
    );
  });
});
