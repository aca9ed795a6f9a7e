import { mendFileStem } from '@core/file-names/mend-file-stem';
import { formatName, isNamePattern, usualNamePattern } from '@core/file-names/name-pattern';
import type { Project } from '@core/project-file/project';
import { getFormat } from './make-export';

/**
 * Names of the files of a project, by a pattern [FM88]: such that every system takes them. No two are
 * one, since each format has an ending of its own [FM7].
 * @param formats their ids
 * @param today as `YYYY-MM-DD`
 */
export function nameExports(
  { title, language }: Pick<Project, 'title' | 'language'>,
  formats: readonly string[],
  { pattern = usualNamePattern, today }: { readonly pattern?: string; readonly today: string },
): readonly string[] {
  const known = language === 'und' ? '' : language;
  return formats.map((format) => {
    const { extension, id } = getFormat(format);
    const facts = { name: title, language: known, format: id, date: today };
    const named = formatName(isNamePattern(pattern) ? pattern : usualNamePattern, facts);
    return mendFileStem(named, extension, 'transcript') + extension;
  });
}
