/** What checking and mending takes; loaded once the window stands, as it brings every rule along. */
export { listChangedCues } from '@core/qc/changed-cues';
export { checkRules, findCheckRule } from '@core/qc/check-rules';
export { makeChecker } from '@core/qc/checker';
export { chooseProfile } from '@core/qc/choose-profile';
export { describeProblem, nameRule } from '@core/qc/describe-problem';
export { findSpeedLimit } from '@core/qc/find-speed-limit';
export { fixCuesInSteps } from '@core/qc/fix-cues';
export { makeProblemFixer } from '@core/qc/fix-problem';
