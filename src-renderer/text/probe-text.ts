import type { BadAnswer, ProbeFailure, ProbeProgress } from '@contract/models/probe.ts';
import { text } from './catalogue.ts';

const MS_PER_MINUTE = 60_000;

/** Why a look at a recorder ended, in a sentence for the installer. */
export function failureText(failure: ProbeFailure): string {
  const { failed } = text.probe;
  switch (failure.kind) {
    case 'unreachable':
      return failed.unreachable[failure.reason];
    case 'bad-answer':
      return answerText(failure.answer);
    case 'no-isapi':
      return failure.answer === null ? failed['no-isapi'] : answerText(failure.answer);
    case 'wrong-password':
      return failed[failure.wasSent ? 'wrong-password' : 'known-password'](failure.triesLeft);
    case 'locked': {
      // Rounded up, since trying early begins the time anew.
      const { unlockInMs } = failure;
      return failed.locked(unlockInMs === null ? null : Math.ceil(unlockInMs / MS_PER_MINUTE));
    }
    case 'certificate-unknown':
    case 'certificate-changed':
      return failed.certificate;
    case 'https-wanted':
      return failed['https-wanted'](failure.port);
    case 'tls':
      return failed.tls[failure.reason];
    case 'timeout':
    case 'busy':
    case 'too-large':
    case 'cancelled':
    case 'port-closed':
    case 'not-activated':
    case 'no-permission':
    case 'no-digest':
      return failed[failure.kind];
  }
}

/** How far a step of a look is, and what it found. */
export function progressText(progress: ProbeProgress): string {
  const { running, skipped, found } = text.probe;
  if (progress.state === 'running') return running[progress.step];
  if (progress.state === 'failed') return failureText(progress.failure);
  if (progress.state === 'skipped') return skipped[progress.step];
  switch (progress.step) {
    case 'identity':
      return found.identity(progress.model, progress.firmware);
    case 'channels':
      return found.channels(progress.cameras, progress.offline);
    case 'streams':
      return found.streams(progress.streams);
    case 'reach':
    case 'login':
      return found[progress.step];
  }
}

function answerText(answer: BadAnswer): string {
  const { failed } = text.probe;
  return typeof answer === 'string' ? failed['bad-answer'][answer] : failed.status(answer.status);
}
