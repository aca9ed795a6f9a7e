import type { z } from 'zod';
import type { FormatDocument } from '../format-document';
import { describeOptions, type OptionField, parseOptions } from '../option-fields';
import type { FrameGrid } from './frame-grid';

/** What rules know of each other. */
export interface RuleContext {
  /** Where times may stand. */
  readonly grid: FrameGrid;
  /** Told what a rule could not keep, as a loss of the catalogue. */
  readonly lose: (code: string, count: number) => void;
}

/** What has use for a rule: whatever has times, a file of cues, or one whose cues bear numbers. */
export type RuleScope = 'times' | 'cues' | 'numbers';

/** What a rule's own file says of it. */
interface RuleSpec<Options extends z.ZodObject> {
  /** Without any of them the rule leaves everything as it is. */
  readonly options: Options;
  readonly scope: RuleScope;
  readonly apply: (
    document: FormatDocument,
    options: z.output<Options>,
    context: RuleContext,
  ) => FormatDocument;
}

/** How texts are written, whatever the format [FM81]; a row of the table of rules. */
export interface WritingRule {
  readonly fields: readonly OptionField[];
  readonly scope: RuleScope;
  /** @throws StudioError `usage/invalid` for a value that an option does not take */
  readonly apply: (
    document: FormatDocument,
    given: Readonly<Record<string, unknown>>,
    context: RuleContext,
  ) => FormatDocument;
}

/** The row of a rule, of what its file says of it. */
export function defineRule<Options extends z.ZodObject>({
  options,
  scope,
  apply,
}: RuleSpec<Options>): WritingRule {
  return {
    fields: describeOptions(options),
    scope,
    apply: (document, given, context) => apply(document, parseOptions(options, given), context),
  };
}
