import path from 'node:path';
import { utilityProcess } from 'electron';
import type { KeychainAnswer, KeychainQuestion } from '../../app/secrets/keychain-question.ts';
import { killUtility } from './utility-process.ts';

/** A keyring that hangs is given up by D-Bus after 25 s for each step of a question; longer than this only somebody is asked for its password. */
const LIMIT_MS = 120_000;

/** Asks the keychain one question in a utility process of its own. Passwords pass from process to process, in memory only. Never rejects. */
export function askInUtilityProcess(question: KeychainQuestion): Promise<KeychainAnswer> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'keychain.js'), [], {
      serviceName: 'Opus NVR keychain',
      stdio: 'ignore',
    });
    const end = (answer: KeychainAnswer): void => {
      clearTimeout(limit);
      resolve(answer);
      killUtility(child);
    };
    // Whoever asks next waits for this answer.
    const limit = setTimeout(
      () => end({ ok: false, reason: 'The keychain did not answer.' }),
      LIMIT_MS,
    );
    child.once('message', (answer: KeychainAnswer) => end(answer));
    child.once('exit', () => end({ ok: false, reason: 'The keychain’s process ended.' }));
    child.postMessage(question);
  });
}
