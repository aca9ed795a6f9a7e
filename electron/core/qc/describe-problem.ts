import { type Locale, translate } from '../messages/catalogue';
import { findCheckRule } from './check-rules';
import type { Problem } from './checker';

/** What is wrong, in a sentence for people: what was found, and what is asked for. */
export function describeProblem(
  {
    rule: id,
    says,
    value,
    limit,
    piece,
  }: Pick<Problem, 'rule' | 'says' | 'value' | 'limit' | 'piece'>,
  locale: Locale,
): string {
  const rule = findCheckRule(id);
  const wording = rule?.says[says];
  if (rule === undefined || wording === undefined) return id;
  return translate(locale, wording, {
    ...(value === undefined ? undefined : { value: rule.show(value) }),
    ...(limit === undefined ? undefined : { limit: rule.show(limit) }),
    ...(piece === undefined ? undefined : { piece }),
  });
}

/** What a rule is called; an id that is none is its own name. */
export function nameRule(id: string, locale: Locale): string {
  const rule = findCheckRule(id);
  return rule === undefined ? id : translate(locale, rule.name);
}
