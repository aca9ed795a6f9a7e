import { type FrameRate, parseFrameRate } from '../../timing/frame-rate';
import type { TimecodeForm } from '../../timing/frame-timecode';
import { chooseFrameRate } from '../frame-options';
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
import type { OptionProblem, RuleScope, WritingRule } from './writing-rule';

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

/** Of what format a file is written, as far as rules have to know it. */
export interface RuledFormat {
  /** Those of which it has use; by default all. */
  readonly scopes?: readonly RuleScope[];
  /** By which its frames are counted; by default that of the picture. */
  readonly timecode?: TimecodeForm | undefined;
  /** Whether it says when its programme begins. */
  readonly holdsStart?: boolean;
}

/**
 * What a file of a document does not have of what is asked for [FM81].
 * @throws StudioError `usage/invalid` for a value that an option never takes
 */
export function findOptionProblem(
  document: FormatDocument,
  given: GivenOptions,
  { scopes = allScopes, timecode }: RuledFormat = {},
): OptionProblem | undefined {
  const context = { timecode: timecode ?? { rate: chooseRuledRate(document, given) } };
  for (const rule of writingRules) {
    const problem = scopes.includes(rule.scope) ? rule.findProblem(given, context) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The rate onto whose frames times are put, else that of the document or its picture [FM74]. */
function chooseRuledRate(document: FormatDocument, { fps }: GivenOptions): FrameRate {
  return (typeof fps === 'string' ? parseFrameRate(fps) : undefined) ?? chooseFrameRate(document);
}

/**
 * A document as it is to be written [FM81]; without any option the very same.
 * @throws StudioError `usage/invalid` for a value that an option does not take, or that the file does
 *   not have
 */
export function applyWritingRules(
  document: FormatDocument,
  given: GivenOptions,
  { scopes = allScopes, timecode, holdsStart = false }: RuledFormat = {},
): RuledDocument {
  const options = scopes.includes('cues') ? addProfile(given) : given;
  const fps = options['fps'];
  const grid = makeFrameGrid(typeof fps === 'string' ? parseFrameRate(fps) : undefined);
  const losses: Loss[] = [];
  const lose = (code: string, count: number): void => void losses.push({ code, count });
  const context = {
    ...{ grid, lose, holdsStart },
    timecode: timecode ?? { rate: chooseRuledRate(document, options) },
  };
  let ruled = document;
  for (const rule of writingRules) {
    if (scopes.includes(rule.scope)) ruled = rule.apply(ruled, options, context);
  }
  return { document: ruled, losses };
}
