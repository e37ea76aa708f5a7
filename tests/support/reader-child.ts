import path from 'node:path';
import type { ReaderChild } from '../../src-main/app/site/reader/reader-messages.ts';
import { forkNode } from './node-process.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../src-main/app/site/reader/reader-main.ts');
const ALIAS = path.join(import.meta.dirname, 'contract-alias.ts');

/** The file reader as a plain Node child. */
export function forkReader(): ReaderChild {
  return forkNode(ENTRY, ['--import', ALIAS]);
}
