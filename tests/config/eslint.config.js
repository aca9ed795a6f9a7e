import { resolve } from 'node:path';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '../..');
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name that can be searched for.',
};

export default defineConfig(
  { basePath: root },
  globalIgnores(['out/', 'node_modules/', 'resources/models/', 'test-results/']),
  eslint.configs.recommended,
  {
    basePath: root,
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program of all files: with one for each project, what they share is checked many times.
      parserOptions: { project: 'tests/config/tsconfig.lint.json', tsconfigRootDir: root },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Bounds are proved by the loop around an index far more often than by a check inside it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
    },
  },
  {
    basePath: root,
    files: ['electron.vite.config.ts', 'tests/config/*.ts', 'tests/ui/demo/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    basePath: root,
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    basePath: root,
    // Parts of these run in a page.
    files: ['scripts/bench/**/*.mjs'],
    languageOptions: {
      globals: {
        document: 'readonly',
        addEventListener: 'readonly',
        requestAnimationFrame: 'readonly',
        MutationObserver: 'readonly',
        WheelEvent: 'readonly',
        HTMLCanvasElement: 'readonly',
      },
    },
  },
);
