import type { z } from 'zod';
import type { TimecodeForm } from '../../timing/frame-timecode';
import { StudioError } from '../../errors/studio-error';
import { type MessageKey, type MessageParameters, translate } from '../../messages/catalogue';
import type { FormatDocument } from '../format-document';
import { describeOptions, type OptionField, parseOptions } from '../option-fields';
import type { FrameGrid } from './frame-grid';

/** What rules know of each other. */
export interface RuleContext {
  /** Where times may stand. */
  readonly grid: FrameGrid;
  /** By which a timecode is understood: that of the file, else of the picture [FM81]. */
  readonly timecode: TimecodeForm;
  /** Whether the file itself says when its programme begins, so that its times count from there. */
  readonly holdsStart: boolean;
  /** Told what a rule could not keep, as a loss of the catalogue. */
  readonly lose: (code: string, count: number) => void;
}

/** A value of the right form that there is not in the file at hand. */
export interface OptionProblem {
  readonly option: string;
  /** What a person reads. */
  readonly text: MessageKey;
  readonly parameters: MessageParameters;
}

/** What has use for a rule: whatever has times, a file of cues, or one whose cues bear numbers. */
export type RuleScope = 'times' | 'cues' | 'numbers';

/** What a rule's own file says of it. */
interface RuleSpec<Options extends z.ZodObject> {
  /** Without any of them the rule leaves everything as it is. */
  readonly options: Options;
  readonly scope: RuleScope;
  /** What the file at hand does not have of what is asked for; {@link apply} is not called then. */
  readonly findProblem?: (
    options: z.output<Options>,
    context: Pick<RuleContext, 'timecode'>,
  ) => OptionProblem | undefined;
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
  /** @throws StudioError `usage/invalid` for a value that an option never takes */
  readonly findProblem: (
    given: Readonly<Record<string, unknown>>,
    context: Pick<RuleContext, 'timecode'>,
  ) => OptionProblem | undefined;
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
  findProblem,
  apply,
}: RuleSpec<Options>): WritingRule {
  return {
    fields: describeOptions(options),
    scope,
    findProblem: (given, context) => findProblem?.(parseOptions(options, given), context),
    apply(document, given, context) {
      const parsed = parseOptions(options, given);
      const found = findProblem?.(parsed, context);
      if (found === undefined) return apply(document, parsed, context);
      const problem = translate('en', found.text, found.parameters);
      throw new StudioError('usage/invalid', problem, { data: { problem } });
    },
  };
}
