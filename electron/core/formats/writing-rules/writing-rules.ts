import { parseFrameRate } from '../../timing/frame-rate';
import type { GivenOptions } from '../format';
import type { FormatDocument } from '../format-document';
import type { Loss } from '../list-losses';
import type { OptionField } from '../option-fields';
import { durations } from './durations';
import { makeFrameGrid } from './frame-grid';
import { frames } from './frames';
import { gaps } from './gaps';
import { lines } from './lines';
import { numbering } from './numbering';
import { offset } from './offset';
import { overlaps } from './overlaps';
import { addProfile, profileFields } from './profiles';
import { speakers } from './speakers';
import { stretch } from './stretch';
import type { RuleScope, WritingRule } from './writing-rule';

/**
 * Every rule by which cues are written, in the order in which they are applied [FM81]: first times are
 * brought to the picture and onto its frames, so that all that follows stays on them.
 */
const writingRules: readonly WritingRule[] = [
  stretch,
  offset,
  frames,
  speakers,
  overlaps,
  durations,
  gaps,
  lines,
  numbering,
];

const allScopes: readonly RuleScope[] = ['times', 'cues', 'numbers'];

/** What rules make of a document. */
export interface RuledDocument {
  readonly document: FormatDocument;
  /** What they could not keep of it. */
  readonly losses: readonly Loss[];
}

/** The options of the rules that a format has use for, in the order in which a form shows them. */
export function listRuleFields(scopes: readonly RuleScope[]): readonly OptionField[] {
  const rules = writingRules.filter(({ scope }) => scopes.includes(scope));
  return [
    ...(scopes.includes('cues') ? profileFields : []),
    ...rules.flatMap(({ fields }) => fields),
  ];
}

/**
 * A document as it is to be written [FM81]; without any option the very same.
 * @param scopes those of which the format has use
 * @throws StudioError `usage/invalid` for a value that an option does not take
 */
export function applyWritingRules(
  document: FormatDocument,
  given: GivenOptions,
  scopes: readonly RuleScope[] = allScopes,
): RuledDocument {
  const options = scopes.includes('cues') ? addProfile(given) : given;
  const fps = options['fps'];
  const grid = makeFrameGrid(typeof fps === 'string' ? parseFrameRate(fps) : undefined);
  const losses: Loss[] = [];
  const lose = (code: string, count: number): void => void losses.push({ code, count });
  let ruled = document;
  for (const rule of writingRules) {
    if (scopes.includes(rule.scope)) ruled = rule.apply(ruled, options, { grid, lose });
  }
  return { document: ruled, losses };
}
