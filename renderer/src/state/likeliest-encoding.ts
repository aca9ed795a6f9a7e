import { toStudioError } from '@core/errors/studio-error';

/**
 * The encoding in which a person may look at a file that is plausible text in none [EN1], to choose
 * another; undefined where something else was thrown, or none of those that can be chosen is right.
 */
export function getLikeliestEncoding(thrown: unknown): string | undefined {
  const { code, data } = toStudioError(thrown);
  const { likeliest } = data;
  return code === 'text/encoding-unknown' && typeof likeliest === 'string' ? likeliest : undefined;
}
