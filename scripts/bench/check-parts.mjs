// What the measuring of checks needs of ours, in one module.
export { retimeWords } from '@core/alignment/retime-words';
export { parseRuleProfile } from '@core/qc/rule-profile';
export { makeChecker } from '@core/qc/checker';
