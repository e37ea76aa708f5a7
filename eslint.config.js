import jsdoc from 'eslint-plugin-jsdoc';
import playwright from 'eslint-plugin-playwright';
import reactHooks from 'eslint-plugin-react-hooks';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';
import { WORDS_IN_CODE } from './scripts/words.config.mjs';

/**
 * Which room may import which is in scripts/layers.config.mjs.
 * Electron's two IPC ends and the child-process door exist in one file each; everything else goes through them.
 */
const onlyIn = (name, importNames, message) => ({ name, importNames, message });
const IPC_MAIN = onlyIn('electron', ['ipcMain'], 'Only shell/ipc/ipc-router.ts talks to ipcMain.');
const IPC_RENDERER = onlyIn(
  'electron',
  ['ipcRenderer'],
  'Only src-preload/index.ts talks to ipcRenderer.',
);
const CHILD_PROCESS = {
  name: 'node:child_process',
  allowTypeImports: true,
  message: 'Only app/go2rtc/go2rtc-process.ts and app/secrets/secret-service.ts spawn.',
};
const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name per thing, everywhere.',
};
const RAW_SEND = {
  object: 'webContents',
  property: 'send',
  message: 'Events go out through shell/ipc/event-bus.ts.',
};

export default tseslint.config(
  { ignores: ['dist', 'release', '.cache', 'node_modules', 'go2rtc-bin/*/', 'test-results'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { jsdoc, unicorn },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'unicorn/filename-case': ['error', { cases: { kebabCase: true } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Handlers and services promise by contract, whether or not today's body waits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', DEFAULT_EXPORT],
      'no-restricted-properties': ['error', RAW_SEND],
    },
  },
  {
    files: ['src-*/**/*.{ts,tsx}'],
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false },
          contexts: [
            'ExportNamedDeclaration > TSInterfaceDeclaration',
            'ExportNamedDeclaration > TSTypeAliasDeclaration',
          ],
        },
      ],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [IPC_MAIN, IPC_RENDERER, CHILD_PROCESS] },
      ],
    },
  },
  {
    files: ['src-main/app/go2rtc/go2rtc-process.ts', 'src-main/app/secrets/secret-service.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['src-main/shell/ipc/ipc-router.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [IPC_RENDERER, CHILD_PROCESS] },
      ],
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    ignores: ['**/vite.config.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    // What the player says of streams is for the log; tiles have their own words for it.
    ignores: ['src-renderer/text/**', 'src-renderer/player/**'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ...WORDS_IN_CODE] },
  },
  {
    files: ['src-renderer/**/*.tsx'],
    rules: {
      'unicorn/filename-case': ['error', { cases: { pascalCase: true, kebabCase: true } }],
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['tests/e2e/**/*.ts'],
    ...playwright.configs['flat/recommended'],
    rules: { ...playwright.configs['flat/recommended'].rules, 'playwright/expect-expect': 'off' },
  },
  {
    files: ['eslint.config.js', '**/*.config.mjs', '**/vite.config.ts', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
);
