import type { StudioClient } from '@contract/client';
import { expect, it } from 'vitest';
import { encodeText } from '../../../../electron/services/formats/encode-text';
import { encodeExport } from '../../../../renderer/src/features/export/encode-export';

it('[FM80] an export is bytes of the encoding and line ending that were chosen', async () => {
  const calls: unknown[] = [];
  const client = {
    call: (_name: string, input: Parameters<typeof encodeText>[1] & { readonly text: string }) => {
      calls.push(input);
      const bytes = encodeText(input.text, input);
      return Promise.resolve({ base64: Buffer.from(bytes).toString('base64') });
    },
  } as unknown as StudioClient;
  const usual = { label: 'utf-8', hasMark: false };
  expect(await encodeExport(client, 'a\n', usual)).toBe('a\n');
  const bytes = Uint8Array.of(1, 2);
  expect(await encodeExport(client, bytes, { ...usual, label: 'gb18030' })).toBe(bytes);
  expect(calls).toEqual([]);
  const form = { label: 'gb18030', hasMark: false, lineEnding: 'crlf' } as const;
  const written = await encodeExport(client, '市\n', form);
  expect(written).toEqual(Uint8Array.of(0xca, 0xd0, 13, 10));
});
