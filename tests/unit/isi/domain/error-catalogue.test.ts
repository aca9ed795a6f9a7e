import { exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { errorFromJson, errorToJson, StudioError } from '@core/errors/studio-error';
import { createVendorError } from '@isi/create-vendor-error';
import { describeVendorError } from '@isi/describe-vendor-error';
import { getVendorError, vendorErrors } from '@isi/error-catalogue';
import { familyErrors } from '@isi/errors/family-errors';
import { findVendorError } from '@isi/find-vendor-error';
import { type VendorErrorEntry, type VendorRetry, vendorRetries } from '@isi/vendor-error-entry';
import type { VendorService } from '@isi/vendor-failure';
import { isMessageKey, translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noIsiReference, readIsiReference } from '../../../helpers/read-isi-reference';
import { describeUnless } from '../../../helpers/skip';

const row = z.object({
  code: z.union([z.number(), z.string(), z.null()]),
  name: z.string(),
  message: z.string().nullable(),
  table: z.string(),
  scope: z.array(z.string()),
  cause_zh: z.string(),
  action_zh: z.string(),
  cause_en: z.string(),
  retryable: z.boolean(),
  retry_kind: z.string(),
  alternative_codes: z.array(z.number()).optional(),
});
type Row = z.infer<typeof row>;

const reference = readIsiReference('errors.json');
const rows: readonly Row[] =
  reference === undefined
    ? []
    : Object.values(
        z.object({ errors: z.array(row), extra: z.array(row) }).parse(reference),
      ).flat();

/** Which of our retries stand for a `retry_kind` of the reference. */
const retriesOfKind: Readonly<Record<string, readonly VendorRetry[]>> = {
  none: ['no'],
  backoff: ['backoff'],
  'refresh-token-once': ['refetch-token'],
  resubmit: ['resubmit', 'resign-link', 'upload-again', 'start-anew'],
  manual: ['manual'],
  poll: ['poll'],
  'wait-24h': ['next-day'],
  'change-parameter': ['change-parameter'],
  'by-server-code': ['by-server-code'],
  immediate: ['sign-anew'],
  'after-clock-fix': ['fix-clock'],
};

const ourScopes: Readonly<Record<string, string>> = {
  'file-transcription': 'file',
  'file-transcription-lite': 'file-lite',
  'mobile-sdk': 'sdk',
  'pop-rpc': 'pop',
};

function serviceOf({ table, code, scope: [first] }: Row): VendorService {
  // Flash has a row of its own for this number; the general one is what other services mean.
  if (table === 'general' && code === 40000005) return 'file';
  if (first === 'mobile-sdk') return 'sdk';
  if (first === 'pop-rpc') return 'token';
  return first?.startsWith('file') === true ? 'file' : 'flash';
}

/** A RAM user without the right makes a token: in none of the vendor's tables. */
const besides: Row = {
  ...{ code: 40020503, name: '40020503', message: 'No permission!' },
  ...{ table: 'pop', scope: ['pop-rpc'] },
  ...{ cause_zh: '', action_zh: '', cause_en: '', retryable: false, retry_kind: 'none' },
};

const titled = [...rows, besides].map(
  (entry) => [`${entry.table} ${entry.code ?? '-'} ${entry.name}`, entry] as const,
);

describeUnless(
  rows.length === 0 ? noIsiReference : undefined,
  "every row of the vendor's tables",
  () => {
    it('is there, 96 of the documents and 31 besides', () => {
      expect(rows.length).toBe(127);
      const ids = rows.map((entry) => findRow(entry).id);
      expect(new Set(ids).size).toBe(127);
    });

    it.each(titled)('%s has the facts of the documents', (_title, entry) => {
      const found = findRow(entry);
      expect(found.code).toBe(entry.code === null ? undefined : String(entry.code));
      expect(found.name).toBe(entry.name);
      expect(found.message ?? found.name).toBe(entry.message ?? entry.name);
      expect([...found.scopes]).toEqual(entry.scope.map((scope) => ourScopes[scope] ?? scope));
      expect(retriesOfKind[entry.retry_kind]).toContain(found.retry);
      expect(vendorRetries[found.retry].isUseful).toBe(entry.retryable);
      for (const code of entry.alternative_codes ?? []) {
        expect(found.otherCodes).toContain(String(code));
      }
    });

    it.each(titled)('%s reaches a person in both languages', (_title, entry) => {
      const said = entry.message ?? entry.name;
      const made = createVendorError({
        service: serviceOf(entry),
        ...(entry.code === null ? {} : { code: entry.code }),
        text: said,
      });
      const arrived = errorFromJson(JSON.parse(JSON.stringify(errorToJson(made))));
      const isIdle = findRow(entry).id === idleOfOneSentence;
      const error = isIdle
        ? new StudioError(arrived.code, '', {
            data: { ...arrived.data, entry: idleOfOneSentence },
          })
        : arrived;
      // The window has the vendor's own advice.
      const chinese = describeVendorError('zh-CN', error, 'window');
      const english = describeVendorError('en', error, 'window');
      if (entry.cause_zh !== '') expect(chinese?.cause).toBe(entry.cause_zh);
      if (entry.action_zh !== '') expect(chinese?.remedy).toBe(entry.action_zh);
      expect(chinese?.cause).toMatch(/\p{Script=Han}/u);
      expect(chinese?.remedy).toMatch(/\p{Script=Han}/u);
      expect(english?.cause).toMatch(/^[\x20-\x7e]+\.$/);
      expect(english?.remedy).toMatch(/^[\x20-\x7e]+\.$/);
      expect(english?.cause).not.toBe(entry.cause_en);

      const automatic = vendorRetries[findRow(entry).retry].self;
      expect(error.data['isRetryable']).toBe(automatic);
      expect(english?.isRetryable).toBe(automatic);
      if (!entry.retryable) expect(automatic).toBe(false);
      expect(exitCodeOf(error.code)).toBe(exitCodes.engine);

      for (const place of ['terminal', 'window'] as const) {
        const inEnglish = describeError('en', error, place);
        expect(inEnglish.happened).toContain(english?.cause);
        const advice = [
          describeVendorError('en', error, place)?.remedy,
          describeVendorError('zh-CN', error, place)?.remedy,
        ];
        expect(inEnglish.next).toBe(advice[0]);
        expect(inEnglish.next).toMatch(/^[\x20-\x7e]+\.$/);
        const inChinese = describeError('zh-CN', error, place);
        expect(inChinese.happened).toContain(chinese?.cause);
        expect(inChinese.next).toBe(advice[1]);
        expect(inChinese.next).toMatch(/\p{Script=Han}/u);
        if (entry.code !== null) expect(inChinese.happened).toContain(String(entry.code));
      }
    });
  },
);

/** The one row that no service of ours can mean: 10 seconds without data, of one-sentence only. */
const idleOfOneSentence = 'one-sentence/40000004';

function findRow(entry: Row): VendorErrorEntry {
  if (entry.table === 'one-sentence' && entry.code === 40000004) {
    return getVendorError(idleOfOneSentence) ?? expect.fail('no such row');
  }
  return findVendorError({
    service: serviceOf(entry),
    ...(entry.code === null ? {} : { code: entry.code }),
    text:
      entry.table === 'extra' || entry.message === null
        ? entry.name
        : `${entry.name} ${entry.message}`,
  });
}

describe('the catalogue', () => {
  it('promises only what the studio does: a clock is set by a person', () => {
    for (const failure of [
      { service: 'token', code: 'InvalidTimeStamp.Expired', clockOffMinutes: 20 },
      { service: 'oss', code: 'RequestTimeTooSkewed' },
    ] as const) {
      expect(findVendorError(failure).retry).toBe('fix-clock');
      expect(createVendorError(failure).data['isRetryable']).toBe(false);
    }
    expect(translate('en', 'isi.retry.fix-clock')).toMatch(/^by hand/);
    expect(translate('zh-CN', 'isi.retry.fix-clock')).toMatch(/手动/);
  });

  const all = [...vendorErrors, ...familyErrors];

  it('has an id of its own for each row', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('marks silence as an empty result and success and waiting as no failure', () => {
    const codesOf = (outcome: string) =>
      vendorErrors.filter((entry) => entry.outcome === outcome).map(({ code }) => code);
    expect(codesOf('empty').sort()).toEqual([
      ...['21050003', '21050003', '40270002', '41010105', '41050029'],
    ]);
    expect(codesOf('success').sort()).toEqual(['20000000', '21050000']);
    expect(codesOf('running').sort()).toEqual(['21050001', '21050002']);
  });

  it('leaves a wrong clock to the person, as its text says', () => {
    const rows = vendorErrors.filter(({ retry }) => retry === 'fix-clock');
    expect(rows.map(({ code }) => code)).toEqual([
      'InvalidTimeStamp.Expired',
      'RequestTimeTooSkewed',
    ]);
    expect(vendorRetries['fix-clock']).toEqual({ self: false, isUseful: true });
    expect(translate('en', 'isi.retry.fix-clock')).toMatch(/^by hand/);
    expect(translate('zh-CN', 'isi.retry.fix-clock')).toContain('手动');
    for (const [kind, { self }] of Object.entries(vendorRetries)) {
      const key = `isi.retry.${kind}`;
      if (!isMessageKey(key)) expect.fail(key);
      if (!self) expect(translate('en', key)).not.toContain('by itself');
    }
  });

  it('says something in both languages of every row, and names nothing of a terminal', () => {
    for (const { id, cause, remedy } of all) {
      for (const [english, chinese] of [cause, remedy]) {
        expect(english, id).toMatch(/^[\x20-\x7e]+\.$/);
        expect(english, id).not.toMatch(/zimu |(^|\s)--\w/);
        expect(chinese, id).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
