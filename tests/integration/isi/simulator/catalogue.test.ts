import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { makeWav } from '../../../helpers/make-wav';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import { catchVendorError, makeFiletransClient, makePopClient } from './pop-client';
import { describeUnless } from '../../../helpers/skip';

// The table of codes lies outside the project, beside the corpus.
const path = resolve(import.meta.dirname, '../../../../../shared/isi/errors.json');
const rowSchema = z.object({
  code: z.union([z.number(), z.string(), z.null()]),
  name: z.string(),
  scope: z.array(z.string()),
  http_status: z.number().optional(),
});
const tableSchema = z.object({ errors: z.array(rowSchema), extra: z.array(rowSchema) });

interface Row {
  readonly code: string;
  readonly name: string;
  readonly httpStatus: number | undefined;
}

function listRows(scope: string): Row[] {
  if (!existsSync(path)) return [];
  const { errors, extra } = tableSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return [...errors, ...extra].flatMap((row) =>
    row.scope.includes(scope) && row.code !== null && !String(row.code).includes('{')
      ? [{ code: String(row.code), name: row.name, httpStatus: row.http_status }]
      : [],
  );
}

const absent = existsSync(path) ? undefined : 'needs ../shared/isi/errors.json';

describeUnless(absent, 'every code of ../shared/isi/errors.json, on demand', () => {
  const fixture = useSimulator({ queueingQueries: 0, runningQueries: 0, queryGapMs: 0 });
  const token = () => makePopClient(fixture.current.url, testAccounts.owner);

  it.each(listRows('pop-rpc'))('gateway: $code', async ({ code, httpStatus }) => {
    fixture.current.set({ nextToken: { code } });
    const error = await catchVendorError(token().request('CreateToken', {}));
    expect(error).toMatchObject({ code, status: httpStatus });
    expect(error.data['Message']).not.toBe('');
  });

  it.each(listRows('flash').filter(({ code }) => code !== '20000000'))(
    'flash: $code $name',
    async ({ code }) => {
      fixture.current.set({ nextFlash: { code: Number(code) } });
      const url = fixture.current.env['ZIMU_ISI_FLASH_ENDPOINT'] ?? '';
      const body = new Uint8Array(makeWav());
      const response = await fetch(url, { method: 'POST', body });
      const reply = (await response.json()) as { status: number; message: string };
      expect(reply.status).toBe(Number(code));
      expect(reply.message).not.toBe('UNKNOWN');
      expect(response.ok).toBe(false);
    },
  );

  it.each(listRows('file-transcription'))('file: $code $name', async ({ code, name }) => {
    const number = Number(code);
    // Two rows share 21050003; the second text is a variant of its own.
    const text = name === 'ASR_RESPONSE_HAVE_NO_WORDS' ? { text: name } : {};
    const fault = { code: number, ...text };
    fixture.current.set({ nextSubmit: fault });
    const client = makeFiletransClient(fixture.current.url, testAccounts.owner);
    const link = { appkey: 'zhAppkey', file_link: 'http://localhost:1/a.wav' };
    const Task = JSON.stringify(link);
    const refused = await client.submitTask({ Task });
    expect(refused).toMatchObject({ StatusCode: number, TaskId: '' });
    fixture.current.set({ nextTask: fault });
    const { TaskId } = await client.submitTask({ Task });
    await expect
      .poll(() => client.getTaskResult({ TaskId }))
      .toMatchObject({ StatusCode: number, StatusText: refused['StatusText'] });
    if (number > 41050000) expect(refused).toMatchObject({ StatusText: name });
  });
});
