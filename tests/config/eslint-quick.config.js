import { resolve } from 'node:path';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import all from './eslint.config.js';

/**
 * The rules that need no types, for `npm test`: those with types take as long as a seventh of it, and
 * run by `npm run lint`.
 */
export default defineConfig(...all, {
  basePath: resolve(import.meta.dirname, '../..'),
  files: ['**/*.ts', '**/*.tsx'],
  extends: [tseslint.configs.disableTypeChecked],
  // What is excused of a rule with types is not idle, only not asked for here.
  linterOptions: { reportUnusedDisableDirectives: 'off' },
});
