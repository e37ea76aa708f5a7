import { askKeychain, type KeychainQuestion } from './keychain-question.ts';

/** What Electron's utility process has in the place of `process.send`. */
interface ParentPort {
  postMessage: (message: unknown) => void;
  once: (event: 'message', listener: (message: { data: unknown }) => void) => void;
}

/**
 * A process that asks the keychain one question and ends. libsecret keeps the first connection it made for as long as its process lives,
 * also when the keyring was started anew and answers nobody there (seen with libsecret 0.20 and 0.21); a new process finds the new one.
 */
const port = (process as unknown as { parentPort?: ParentPort }).parentPort;
if (port === undefined) {
  process.once('message', (question) => {
    void answer(question).then((told) => process.send?.(told, () => process.disconnect()));
  });
} else {
  port.once('message', ({ data }) => void answer(data).then((told) => port.postMessage(told)));
}

function answer(question: unknown): ReturnType<typeof askKeychain> {
  return askKeychain(question as KeychainQuestion);
}
