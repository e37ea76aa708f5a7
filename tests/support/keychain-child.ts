import { fork } from 'node:child_process';
import path from 'node:path';
import type {
  KeychainAnswer,
  KeychainQuestion,
} from '../../src-main/app/secrets/keychain-question.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../src-main/app/secrets/keychain-child.ts');

/** Asks the keychain one question in a plain Node process of its own, where there is no Electron. */
export function askInNodeChild(question: KeychainQuestion): Promise<KeychainAnswer> {
  return new Promise((resolve) => {
    const child = fork(ENTRY, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('message', (answer) => resolve(answer as KeychainAnswer));
    child.once('exit', () => resolve({ ok: false, reason: 'The keychain’s process ended.' }));
    child.send(question);
  });
}
