import { errorCodes } from '@core/errors/error-codes';
import { vendorErrors } from '@isi/error-catalogue';
import { familyErrors } from '@isi/errors/family-errors';
import { terminalRemedies } from '@isi/errors/terminal-remedies';
import { texts } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';

const entries = [...vendorErrors, ...familyErrors];
const locales = ['en', 'zh-CN'] as const;
const namesWindow = /settings|设置|\bwindow\b|窗口/i;

/** Texts of a terminal that may have these words, with why. */
const allowed: Readonly<Record<string, string>> = {
  'settings/unreadable': 'it is about the file of settings, by its path',
  'settings/too-large': 'it is about the settings as a whole, which no option or variable is',
  'settings/unwritable': 'it is about the file of settings, by its path',
  'credentials/missing': '请设置 is the verb before the variables that are missing',
  'host/already-running': 'the window of the studio that runs is what helps',
  'project/unwritable': 'only the window keeps projects',
  'general/40000009': "设置 is the verb of the vendor's own text about the parameter format",
  'general/40010003': "设置 is the verb of the vendor's own text",
  'one-sentence/40010003': "设置 is the verb of the vendor's own text",
};

describe('what a terminal says of an error', () => {
  it('names no setting of the window, for every code of ours', () => {
    for (const code of errorCodes) {
      for (const locale of locales) {
        const data = { bucket: 'b', region: 'cn-shanghai' };
        for (const more of [
          {},
          { bucketRegion: 'cn-beijing' },
          { parameter: 'X', reason: 'missing' },
        ]) {
          const { happened, next } = describeError(locale, { code, data: { ...data, ...more } });
          if (code in allowed) continue;
          expect(`${happened} ${next}`, `${code} ${locale}`).not.toMatch(namesWindow);
        }
      }
    }
  });

  it('names no setting of the window, for every code of the vendor', () => {
    for (const { id, errorCode } of entries) {
      for (const locale of locales) {
        const error = { code: errorCode, data: { entry: id, minutes: 20 } };
        const { happened, next } = describeError(locale, error);
        if (id in allowed) continue;
        expect(`${happened} ${next}`, `${id} ${locale}`).not.toMatch(namesWindow);
      }
    }
  });

  it('leaves no exception standing that is not needed', () => {
    for (const name of Object.keys(allowed)) {
      const error = entries.find(({ id }) => id === name);
      const code = errorCodes.find((known) => known === name) ?? error!.errorCode;
      const data = error === undefined ? {} : { entry: error.id };
      const said = locales.flatMap((locale) => {
        const { happened, next } = describeError(locale, { code, data });
        return [happened, next];
      });
      expect(said.join(' '), name).toMatch(namesWindow);
    }
  });

  it('has other words than the window only for rows that there are', () => {
    const ids = entries.map(({ id }) => id);
    for (const id of Object.keys(terminalRemedies)) expect(ids).toContain(id);
  });

  it.each([
    ['file/41050015', 'ZIMU_ISI_REGION'],
    ['general/40020105', 'ZIMU_ISI_APPKEY'],
    ['file/41050008', 'ffmpeg -i RECORDING -ar 8000'],
    ['general/41010101', '--set sample_rate=8000'],
    ['oss/SignatureDoesNotMatch', 'ALIYUN_AK_SECRET'],
  ])('gives the way of the terminal for %s, and the window its own', (entry, way) => {
    for (const locale of locales) {
      const error = { code: 'engine/refused', data: { entry } } as const;
      expect(describeError(locale, error).next).toContain(way);
      expect(describeError(locale, error, 'window').next).not.toContain(way);
    }
  });

  it('names the region in which the bucket lies', () => {
    const data = { bucket: 'far', region: 'cn-shanghai', bucketRegion: 'cn-beijing' };
    const error = { code: 'storage/wrong-region', data } as const;
    for (const locale of locales) {
      const { happened, next } = describeError(locale, error);
      expect(happened).toContain('cn-beijing');
      expect(next).toContain('ZIMU_OSS_REGION=cn-beijing');
      const inWindow = describeError(locale, error, 'window').next;
      expect(inWindow).toContain('cn-beijing');
      expect(inWindow).toContain(locale === 'en' ? 'Settings → Alibaba Cloud' : '设置 → 阿里云');
      expect(inWindow).not.toContain('ZIMU_');
    }
  });

  it('has texts of the tasks that name commands only where there are commands', () => {
    const inWindow = Object.keys(texts).filter((key) => /^error\..*\.next\.window$/.test(key));
    expect(inWindow).toContain('error.engine/task-unknown.next.window');
  });
});
