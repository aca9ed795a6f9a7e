import { resolve } from 'node:path';

/**
 * A child that the local engine starts instead of one with models, where a test shows nothing of
 * hearing and needs the engine all the same: recordings are decoded, texts are placed.
 */
export const quickChild = resolve(import.meta.dirname, '../fixtures/children/quick-child.mjs');
