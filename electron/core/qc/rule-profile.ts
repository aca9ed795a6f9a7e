import { z } from 'zod';
import { StudioError } from '../errors/studio-error';
import type { BothLanguages } from '../messages/catalogue';
import { languageTag } from '../records/fields';
import type { Immutable } from '../records/immutable';
import { looseObject } from '../records/loose-object';
import { type BoundRule, type CheckRule, severities, type Severity } from './check-rule';
import { checkRules, findCheckRule } from './check-rules';

/** Where the numbers of a profile come from. */
const sourceSchema = looseObject({
  title: z.string().min(1),
  url: z.exactOptional(z.url({ protocol: /^https?$/u })),
  /** When it was read. */
  date: z.iso.date(),
});

/** What a profile says of a rule: its severity where it is another, and its limits. */
const settingSchema = z.union([
  z.literal(false),
  z.looseObject({ severity: z.exactOptional(z.enum(severities)) }),
]);

/**
 * What those ask for who take the subtitles [QC1]. Rules that it does not name hold if they are usual;
 * one that is `false` does not.
 */
export const ruleProfileSchema = looseObject({
  /** As scripts name it: `netflix-zh-Hans`. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/iu),
  /** In English and in Chinese. */
  name: z.tuple([z.string().min(1), z.string().min(1)]),
  /** Of the texts it is for; `und`: any. */
  language: languageTag,
  /** It is taken for a text of this language where nobody chose. */
  isUsual: z.exactOptional(z.boolean()),
  sources: z.array(sourceSchema).min(1),
  rules: z.record(z.string(), settingSchema),
});

export type RuleProfile = Immutable<z.infer<typeof ruleProfileSchema>>;

/** A rule as a profile has it. */
export interface ProfileRule {
  readonly rule: CheckRule;
  readonly severity: Severity;
  readonly bound: BoundRule;
}

/**
 * @param value what a file of a profile holds, as JSON reads it
 * @param name of the file, for people
 * @throws StudioError `rules/profile-unreadable` with the place of what is wrong
 */
export function parseRuleProfile(value: unknown, name: string): RuleProfile {
  const result = ruleProfileSchema.safeParse(value);
  if (!result.success) throw refuse(name, result.error.issues[0]);
  for (const [id, setting] of Object.entries(result.data.rules)) {
    const rule = findCheckRule(id);
    if (rule === undefined) throw refuse(name, { path: ['rules', id], message: 'no such rule' });
    if (setting === false) continue;
    const { severity: _severity, ...limits } = setting;
    try {
      rule.bind(limits);
    } catch (thrown) {
      if (!(thrown instanceof z.ZodError)) throw thrown;
      const issue = thrown.issues[0]!;
      throw refuse(name, { path: ['rules', id, ...issue.path], message: issue.message });
    }
  }
  return result.data;
}

function refuse(
  name: string,
  issue: Pick<z.core.$ZodIssue, 'path' | 'message'> | undefined,
): StudioError {
  const place = issue?.path.map(String).join('.') ?? '';
  const problem = issue?.message ?? '';
  return new StudioError('rules/profile-unreadable', `${place}: ${problem}`, {
    data: { name, place, problem },
  });
}

/** The rules of a profile that are checked, in the order of the table [QC1]. */
export function bindProfile({ rules }: Pick<RuleProfile, 'rules'>): readonly ProfileRule[] {
  return checkRules.flatMap((rule): readonly ProfileRule[] => {
    const setting = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
    if (setting === false || (setting === undefined && !rule.isUsual)) return [];
    const { severity = rule.severity, ...limits } = setting ?? {};
    return [{ rule, severity, bound: rule.bind(limits) }];
  });
}

/** A profile's name in the language of the window. */
export function nameProfile({ name }: Pick<RuleProfile, 'name'>): BothLanguages {
  const [english, chinese] = name;
  return [english!, chinese!];
}
