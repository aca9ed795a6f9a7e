import { describe, expect, it } from 'vitest';
import {
  type Hearing,
  judgeHearing,
  LanguageGuard,
} from '../../../../electron/engines/local/language-guard';

const english: Hearing = {
  text: 'Plain words, spoken slowly.',
  meanLogProbability: -0.1,
  outcome: 'ended',
  speechMs: 3000,
  textMs: 2800,
};

describe('one stretch alone', () => {
  it.each<[string, Partial<Hearing>, ReturnType<typeof judgeHearing>]>([
    ['sure text', {}, undefined],
    ['text with accents and digits', { text: 'The café opened in 1970 — naïve?' }, undefined],
    ['doubtful text', { meanLogProbability: -0.51 }, 'other-language'],
    [
      'text that is unsure all through, without an improbable word',
      { meanLogProbability: -0.66, improbableShare: 0 },
      undefined,
    ],
    [
      'text with many improbable words',
      { meanLogProbability: -0.53, improbableShare: 0.22 },
      'other-language',
    ],
    [
      'letters that are not Latin',
      { text: 'and then 我们 went', meanLogProbability: -0.05 },
      'other-language',
    ],
    ['Chinese text', { text: '我们今天去公园。', meanLogProbability: -0.05 }, 'other-language'],
    ['Greek text', { text: 'Καλημέρα σας', meanLogProbability: -0.05 }, 'other-language'],
    ['one letter gone astray', { text: 'We walked along the riveр.' }, undefined],
    ['Greek letters as symbols', { text: 'π is 3.14, and 5 µm' }, undefined],
    ['a symbol alone', { text: 'π' }, undefined],
    ['a short doubtful text', { meanLogProbability: -0.55, speechMs: 900 }, undefined],
    ['a circle', { outcome: 'looped' }, 'repetition'],
    ['a text that did not end', { outcome: 'capped' }, 'repetition'],
    ['a doubtful circle', { outcome: 'looped', meanLogProbability: -0.9 }, 'other-language'],
    ['long speech without text', { text: '', meanLogProbability: 0 }, 'other-language'],
    ['a breath without text', { text: '', meanLogProbability: 0, speechMs: 800 }, undefined],
  ])('%s', (_case, part, kind) => {
    expect(judgeHearing({ ...english, ...part })).toBe(kind);
  });
});

it('doubts the small model later, which is less sure of everything', () => {
  const doubtful = { ...english, meanLogProbability: -0.53 };
  expect(judgeHearing(doubtful, 'usual', 'base')).toBe('other-language');
  expect(judgeHearing(doubtful, 'usual', 'tiny')).toBeUndefined();
  expect(judgeHearing({ ...english, meanLogProbability: -0.6 }, 'usual', 'tiny')).toBe(
    'other-language',
  );
});

it('of mostly another language asks for no more than its mean', () => {
  const unsure = { ...english, meanLogProbability: -0.37, improbableShare: 0 };
  expect(judgeHearing(unsure, 'suspect')).toBe('other-language');
});

describe('a recording', () => {
  it('is not suspected for one doubtful stretch', () => {
    const guard = new LanguageGuard();
    expect(guard.judge({ ...english, meanLogProbability: -0.9 }).kind).toBe('other-language');
    expect(guard.judge({ ...english, meanLogProbability: -0.4 }).kind).toBeUndefined();
  });

  it('of English so far is trusted with a hard passage', () => {
    const guard = new LanguageGuard();
    for (let index = 0; index < 4; index++) guard.judge(english);
    expect(guard.judge({ ...english, meanLogProbability: -0.6 }).kind).toBeUndefined();
    expect(guard.judge({ ...english, meanLogProbability: -0.9 }).kind).toBe('other-language');
  });

  describe('in which the decoder runs in circles', () => {
    const circle: Hearing = { ...english, outcome: 'looped' };
    const after = (count: number, hearing: Hearing): boolean => {
      const guard = new LanguageGuard();
      for (let index = 0; index < count; index++) guard.judge(english);
      const { kind, keepsText } = guard.judge(hearing);
      expect(kind).toBe('repetition');
      return keepsText;
    };

    it('keeps what was said before, where it was English so far', () => {
      expect(after(4, circle)).toBe(true);
    });

    it('drops it at the beginning: other languages give sure circles', () => {
      expect(after(0, circle)).toBe(false);
      expect(after(3, circle)).toBe(false);
    });

    it('drops it where it is doubtful, or too little of what was said', () => {
      expect(after(4, { ...circle, meanLogProbability: -0.4 })).toBe(false);
      expect(after(4, { ...circle, textMs: 1000 })).toBe(false);
    });

    it('drops it after another language', () => {
      const guard = new LanguageGuard();
      for (let index = 0; index < 4; index++) guard.judge(english);
      guard.judge({ ...english, meanLogProbability: -0.9 });
      expect(guard.judge(circle)).toEqual({ kind: 'repetition', keepsText: false });
    });
  });

  it('of mostly another language is held to more', () => {
    const guard = new LanguageGuard();
    guard.judge({ ...english, meanLogProbability: -0.9 });
    guard.judge({ ...english, meanLogProbability: -0.9 });
    expect(guard.judge({ ...english, meanLogProbability: -0.4 }).kind).toBe('other-language');
    expect(guard.judge({ ...english, outcome: 'looped' }).kind).toBe('other-language');
    expect(guard.judge(english).kind).toBeUndefined();
  });
});
