import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, inside, insideWith } = useCliFolder();

const result = {
  ...{ TaskId: 't', RequestId: 'r', StatusCode: 21050000, StatusText: 'SUCCESS', SolveTime: 1 },
  BizDuration: 12_000,
  Result: {
    Sentences: [
      { Text: '第一句。', BeginTime: 200, EndTime: 1_000 },
      { Text: '第二句。', BeginTime: null, EndTime: 'NaN' },
      { Text: null, BeginTime: 8_000, EndTime: 9_000 },
    ],
  },
};
const text = JSON.stringify({ headers: {}, statusCode: 200, body: result });

function toUtf16(mark: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('isi import of other forms', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', toUtf16('\ufeff', false)],
    ['UTF-16 without a mark', toUtf16('', false)],
    ['UTF-16 of the other order', toUtf16('', true)],
  ])('in %s, with what was mended and where', async (_, bytes) => {
    writeFileSync(inFolder('talk.json'), bytes);
    const { code, stderr } = await inside('isi', 'import', 'talk.json');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^0:01–0:0\d: .*lacked the time or the text of 1 sentence;/mu);
    expect(stderr).toMatch(/^0:08–0:09: 1 entry of .* is left out\.$/mu);
    const subtitles = readFileSync(inFolder('talk.srt'), 'utf8');
    expect(subtitles).toContain('第一句');
    expect(subtitles).toContain('第二句');
  });

  it('says it in Chinese as well', async () => {
    writeFileSync(inFolder('talk.json'), text);
    const { stderr } = await insideWith(['isi', 'import', 'talk.json'], {
      env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(stderr).toContain('有 1 句缺少时间或文字');
    expect(stderr).toContain('有 1 条内容无法读取');
  });

  it('names the forms that are known where it is none of them', async () => {
    writeFileSync(inFolder('other.json'), '{"segments": []}');
    const { code, stderr } = await inside('isi', 'import', 'other.json');
    expect(code).not.toBe(0);
    expect(stderr).toContain('[engine/reply-unreadable]');
    for (const form of ['GetTaskResult', 'SentenceEnd', 'Paraformer', 'statusCode']) {
      expect(stderr).toContain(form);
    }
    expect(existsSync(inFolder('other.srt'))).toBe(false);
  });
});
