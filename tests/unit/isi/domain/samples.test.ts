import { expect, test } from 'vitest';
import { readVendorReply } from '@isi/replies/import-reply';
import type { ImportedReply } from '@isi/replies/imported-reply';
import { toStudioError } from '@core/errors/studio-error';
import { readSampleList, readSampleText, samplesAbsent } from '../../../helpers/vendor-samples';
import { findDisorder, showWords, textOf } from './show-segments';
import { describeUnless } from '../../../helpers/skip';

const measured = { hasMeasuredTimes: true };

function refusalOf(text: string): { readonly code: string; readonly data: unknown } {
  try {
    readVendorReply(text);
  } catch (thrown) {
    const { code, data } = toStudioError(thrown);
    return { code, data };
  }
  throw new Error('the reply was read');
}

function textsOf({ segments }: ImportedReply): string[] {
  return segments.map(textOf);
}

/** Every text at one of `keys` in a reply, in order, wherever it stands. */
function collect(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === key && typeof field === 'string' ? [field] : collect(field, key),
  );
}

describeUnless(samplesAbsent, 'sample replies of the vendor', () => {
  test('[IS2] [IS8] flash as the documents give it: texts win over marks of words', () => {
    const reply = readVendorReply(readSampleText('03-flash-success-seed.json'), measured);
    expect(reply).toMatchObject({ shape: 'flash', service: 'flash', durationMs: 4720 });
    expect(textsOf(reply)).toEqual(['啊，', '我在哪呀了。']);
    expect(findDisorder(reply.segments)).toEqual([]);
    expect(reply.segments[1]).toMatchObject({ beginMs: 3940, endMs: 4720, channel: 0 });
    expect(showWords(reply.segments[0])).toEqual(['[啊]， 3700-3940 m']);
  });

  test('[IS6] [IS8] flash with times as strings and a duration in seconds', () => {
    const reply = readVendorReply(readSampleText('04-flash-success-doc.json'), measured);
    expect(reply.durationMs).toBe(22_330);
    expect(textsOf(reply)).toEqual(['喂，', '哎，', '那五点五十现在是多少点啊，']);
    expect(reply.segments.map(({ channel }) => channel)).toEqual([1, 1, 1]);
    expect(findDisorder(reply.segments)).toEqual([]);
    expect(showWords(reply.segments[2])[0]).toBe('[那] 8810-8840 m');
    expect(showWords(reply.segments[2]).at(-1)).toBe('[啊]， 21220-22330 m');
  });

  test('[IS3] [IS5] flash as observed: words, and marks behind them', () => {
    const text = readSampleText('05-flash-success-zh-observed.json');
    const reply = readVendorReply(text, measured);
    expect(reply.durationMs).toBe(3101);
    expect(showWords(reply.segments[0])).toEqual([
      '[北京] 880-1760 m',
      '[的] 1760-2200 m',
      '[天气]。 2200-3080 m',
    ]);
    expect(showWords(readVendorReply(text).segments[0])[0]).toBe('[北京] 880-1760 e');
  });

  test('[IS2] flash in English: blanks between words, none at the end', () => {
    const reply = readVendorReply(readSampleText('06-flash-success-en-observed.json'), measured);
    expect(textsOf(reply)).toEqual(['hello,', 'welcome to master.']);
    expect(reply.durationMs).toBe(3402);
    expect(showWords(reply.segments[1])).toEqual([
      '[welcome]  1063-1488 m',
      '[to]  1488-1701 m',
      '[master]. 2977-3402 m',
    ]);
  });

  test.each([
    ['07-flash-error-token-invalid.json', 40000001],
    ['08-flash-error-idle-timeout.json', 40000004],
  ])('[IS10] a failure of flash is the vendor’s error: %s', (name, code) => {
    expect(refusalOf(readSampleText(name)).data).toMatchObject({
      service: 'flash',
      vendorCode: String(code),
    });
  });

  test('[IS9] silence of flash has no segments', () => {
    const reply = readVendorReply(readSampleText('09-flash-error-silence.json'));
    expect(reply).toEqual({
      ...{ shape: 'flash', service: 'flash', segments: [], durationMs: 0 },
      repairs: [],
    });
  });

  test('[IS10] the reply to a submission says which task to ask for', () => {
    expect(refusalOf(readSampleText('10-filetrans-submit-success.json'))).toEqual({
      code: 'engine/reply-unreadable',
      data: {
        reason: 'not-finished',
        status: 'SUBMITTED',
        taskId: '4b56f0c4b7e611e88f34c33c2a60****',
      },
    });
  });

  test('[IS4] [IS7] file results of the documents, without and with words', () => {
    const [bare, withWords] = readSampleList('11-filetrans-result-seed.json').map((text) =>
      readVendorReply(text, measured),
    );
    expect(bare).toMatchObject({ shape: 'file-result', service: 'file', durationMs: 2956 });
    expect(showWords(bare?.segments[0])).toEqual([
      '[北京] 340-1150 e',
      '[的] 1150-1555 e',
      '[天气]。 1555-2365 e',
    ]);
    expect(showWords(withWords?.segments[0])).toEqual([
      '[北京] 640-940 m',
      '[的] 940-1120 m',
      '[天气]。 1120-2020 m',
    ]);
    expect(withWords?.segments[0]).toMatchObject({ beginMs: 340, endMs: 2365 });
  });

  test('[IS7] [IS3] a file result as observed: every word’s time is found again', () => {
    const text = readSampleText('12-filetrans-result-words-observed.json');
    const reply = readVendorReply(text, measured);
    const given: unknown = JSON.parse(text);
    expect(textsOf(reply)).toEqual(collect(given, 'Text'));
    expect(reply).toMatchObject({ shape: 'file-result', durationMs: 24_021 });
    expect(reply.segments.map(({ speaker }) => speaker)).toEqual(['1', '1']);
    expect(findDisorder(reply.segments)).toEqual([]);
    const words = reply.segments.flatMap((segment) => segment.words);
    expect(words.map((word) => word.text).join('')).toBe(collect(given, 'Word').join(''));
    // Our tokens and the service's words part the text in their own ways; most are the same.
    expect(words.filter((word) => word.timing === 'measured').length).toBeGreaterThan(20);
    const shown = reply.segments.flatMap(showWords);
    expect(shown[0]).toBe('[人们] 1020-1668 m');
    expect(shown).toContain('[选择]， 6867-7517 m');
    expect(shown.at(-1)).toBe('[样子]。 21371-21999 m');
  });

  test('[IS10] tasks that are not done are refused, failed ones are the vendor’s error', () => {
    const [queueing, running, failed] = readSampleList('13-filetrans-status-series.json');
    expect(refusalOf(queueing!).data).toMatchObject({ reason: 'not-finished', status: 'QUEUEING' });
    expect(refusalOf(running!).data).toMatchObject({ reason: 'not-finished', status: 'RUNNING' });
    expect(refusalOf(failed!).data).toMatchObject({ service: 'file', vendorCode: '41050002' });
  });

  test.each([
    ['14-filetrans-callback-v4.json', 'file-callback-4'],
    ['15-filetrans-callback-v2-legacy.json', 'file-callback-2'],
  ])('[IS10] the body of a callback is read: %s', (name, shape) => {
    const reply = readVendorReply(readSampleText(name));
    expect(reply).toMatchObject({ shape, service: 'file', durationMs: 2956 });
    expect(textsOf(reply)).toEqual(['北京的天气。']);
    expect(reply.segments[0]).toMatchObject({ beginMs: 340, endMs: 2365, channel: 0 });
  });

  test('[IS10] a reply of the token service is none, and is not quoted', () => {
    const refusal = refusalOf(readSampleText('01-createtoken-success.json'));
    expect(refusal.data).toEqual({ reason: 'unknown-shape' });
    expect(JSON.stringify(refusal)).not.toContain('5f2a');
    const bodies = readSampleList('02-pop-errors.json').map(
      (text) => (JSON.parse(text) as { readonly body: unknown }).body,
    );
    expect(refusalOf(JSON.stringify(bodies[0])).data).toMatchObject({
      service: 'token',
      vendorCode: 'InvalidAccessKeyId.NotFound',
    });
  });
});
