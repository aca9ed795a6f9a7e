import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');

/** One term for one thing. Each of the others, and what is said in its place. */
const otherTerms: readonly (readonly [RegExp, string])[] = [
  [/个[^，。；：、]{0,6}句子/u, '{count} 句, 每句, 一句, 该句'],
  [/(?:这台|本|此|您的)(?:电脑|计算机|机器)|(?:本地|当前)(?:电脑|计算机)/u, '本机'],
  [/Task ?Id|任务(?:编号|号|标识)|任务ID|任务 Id/u, '任务 ID'],
];

/** The vendor's own words, which are quoted as they are. */
const quoted = ["'TaskId不存在，或者已过期。'"];

/** The texts of a source file that are Chinese, wherever they stand: catalogue, formats, engines, codes. */
function findChineseTexts(source: string): string[] {
  return (source.match(/'[^'\n]*'|`[^`]*`/gu) ?? []).filter((text) => /\p{Script=Han}/u.test(text));
}

function findOtherTerms(text: string): string[] {
  return otherTerms
    .filter(([pattern]) => pattern.test(text))
    .map(([, instead]) => `${text} instead of ${instead}`);
}

describe('terms of the Chinese texts', () => {
  it('are one for each thing, in every text', () => {
    const texts = ['electron', 'renderer/src'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/u.test(name))
        .flatMap((name) => findChineseTexts(readFileSync(join(root, folder, name), 'utf8'))),
    );
    expect(texts.length).toBeGreaterThan(1_000);
    const ours = texts.filter((text) => !quoted.includes(text));
    expect(ours.flatMap(findOtherTerms)).toEqual([]);
  });

  it.each([
    ['{count} 个句子'],
    ['为每个句子标出说话人。'],
    ['{count} 个没有文字的句子'],
    ['这台电脑的时钟'],
    ['您的电脑没有钥匙串'],
    ['请核对 TaskId 和地域。'],
    ['该任务编号有误'],
  ])('find %s', (text) => {
    expect(findOtherTerms(text)).toHaveLength(1);
  });

  it.each([['{count} 句'], ['合并所选句子'], ['本机的时钟'], ['请核对任务 ID 和地域。']])(
    'let %s pass',
    (text) => {
      expect(findOtherTerms(text)).toEqual([]);
    },
  );
});
