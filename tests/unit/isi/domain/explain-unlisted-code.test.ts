import { explainUnlistedCode } from '@isi/explain-unlisted-code';
import { describe, expect, it } from 'vitest';

describe('a code that no table has', () => {
  it.each([
    ['40099999', 'family/client', 'no'],
    ['50099999', 'family/server', 'backoff'],
    ['51059999', 'family/server-task', 'resubmit'],
    ['41059999', 'family/client', 'no'],
    ['21059999', 'family/running', 'poll'],
    ['99999999', 'family/unknown', 'manual'],
    ['418', 'family/client', 'no'],
    ['7', 'family/unknown', 'manual'],
    [' InvalidNothing.Part ', 'family/unknown', 'manual'],
    ['NO_SUCH_STATE', 'family/unknown', 'manual'],
  ])('%s is told of as %s', (text, id, retry) => {
    expect(explainUnlistedCode(text)).toMatchObject({ id, retry, code: text.trim() });
  });

  it('belongs to file transcription where its number says so', () => {
    expect(explainUnlistedCode('51059999')?.scopes).toEqual(['file']);
    expect(explainUnlistedCode('50099999')?.scopes).toContain('flash');
  });

  it.each(['', 'two words', 'no-such-code', 'clock', '欠费', '4000 0001'])(
    'is not what %j is',
    (text) => {
      expect(explainUnlistedCode(text)).toBeUndefined();
    },
  );
});
