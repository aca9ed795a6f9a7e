import { describe, expect, test } from 'vitest';
import { formatName, isNamePattern, type NameFacts } from '@core/file-names/name-pattern';

const facts: NameFacts = { name: 'Talk 1', language: 'zh-CN', format: 'srt', date: '2026-05-14' };

describe('[FM88] names by a pattern', () => {
  test.each([
    ['{name}', 'Talk 1'],
    ['{name}.{language}', 'Talk 1.zh-CN'],
    ['{date} {name} ({format})', '2026-05-14 Talk 1 (srt)'],
    ['final', 'final'],
    ['{language}_{language}', 'zh-CN_zh-CN'],
  ])('%s', (pattern, name) => {
    expect(isNamePattern(pattern)).toBe(true);
    expect(formatName(pattern, facts)).toBe(name);
  });

  test.each([
    ['{name}.{language}', 'Talk 1'],
    ['{language} - {name}', 'Talk 1'],
    ['{name} {language}-{format}', 'Talk 1-srt'],
    ['{language}', 'Talk 1'],
  ])('%s without a language', (pattern, name) => {
    expect(formatName(pattern, { ...facts, language: '' })).toBe(name);
  });

  test.each(['{nome}', '{name', 'name}', '{}', ' ', ''])('%j is none', (pattern) => {
    expect(isNamePattern(pattern)).toBe(false);
  });

  test('what looks like a field in a name is no field', () => {
    expect(formatName('{name}', { ...facts, name: '{date}' })).toBe('{date}');
  });
});
