export * from './checker';
export * from './rule-profile';
export * from './check-rules';
export * from './cues-in-place';
export * from './checked-cue';
export { findFormat } from '../formats/registry';
