import type { LoginQuestions } from '../../src-main/app/recorders/login/device/login-questions.ts';

/** A recorder that is asked by the test: whoever looks into a refusal learns nothing unless told otherwise. */
export function answering(
  answers: Pick<LoginQuestions, 'verify'> & Partial<LoginQuestions>,
): LoginQuestions {
  return {
    web: () => Promise.resolve(null),
    rtsp: () => Promise.resolve({ state: 'unreachable', stream: null }),
    look: () => Promise.resolve({ isThere: false, identity: '', triesLeft: null, isLocked: null }),
    ...answers,
  };
}
