import type { RuleProfile } from '@core/qc/rule-profile';
import type { Nothing } from './nothing';

/** Calls about what texts are checked by. */
export interface RulesCalls {
  /** The product's profiles and a person's own, in the order of their ids. */
  'rules.profiles': (input: Nothing) => Promise<readonly RuleProfile[]>;
}
