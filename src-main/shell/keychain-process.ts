import path from 'node:path';
import { utilityProcess } from 'electron';
import type { KeychainAnswer, KeychainQuestion } from '../app/secrets/keychain-question.ts';

/** Asks the keychain one question in a utility process of its own. Passwords pass from process to process, in memory only. */
export function askInUtilityProcess(question: KeychainQuestion): Promise<KeychainAnswer> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'keychain.js'), [], {
      serviceName: 'Opus NVR keychain',
      stdio: 'ignore',
    });
    child.once('message', (answer: KeychainAnswer) => {
      resolve(answer);
      child.kill();
    });
    child.once('exit', () => resolve({ ok: false, reason: 'The keychain’s process ended.' }));
    child.postMessage(question);
  });
}
