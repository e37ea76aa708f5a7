import pMap from 'p-map';
import type { ChannelScan, ScannedChannel } from '@contract/models/channel-scan.ts';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { streamOf, type RtspDescriber } from '../recorders/login/device/rtsp-login.ts';
import type { DescribeAnswer } from '../rtsp/client/describe-stream.ts';
import { fillPath } from '../domain/path-secret.ts';
import { streamPath } from '../domain/stream-path.ts';

/** Small devices answer no more at a time, and a burst looks like an attack to others. */
const PARALLEL_QUESTIONS = 2;
const FIRST_CHANNEL = 1;
const OK = 200;

const REFUSED: ProbeFailure = {
  ...{ kind: 'wrong-password', step: 'login', triesLeft: null, wasSent: true },
};
const NO_SAFE_LOGIN: ProbeFailure = { kind: 'bad-answer', step: 'login', answer: 'unsafe-login' };
const UNREACHABLE: ProbeFailure = { kind: 'unreachable', step: 'reach', reason: 'silent' };

function failureOf({ cause }: Extract<DescribeAnswer, { kind: 'failed' }>): ProbeFailure {
  if (cause === 'login-refused') return REFUSED;
  const isLoginUnsafe = cause === 'basic-only' || cause === 'login-missing';
  return isLoginUnsafe ? NO_SAFE_LOGIN : UNREACHABLE;
}

class ScanEnded extends Error {
  readonly failure: ProbeFailure;

  constructor(failure: ProbeFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/**
 * Asks a device for each channel by RTSP DESCRIBE. The first question is also the one login check: a wrong password ends the scan
 * after one failed login, and so does a device that goes away or refuses later on. Rejects when the signal ends it.
 */
export async function scanChannels(
  rtsp: RtspDescriber,
  request: ChannelScan,
  signal: AbortSignal,
  onChecked: (checked: number) => void,
): Promise<Result<ScannedChannel[], ProbeFailure>> {
  const isThere = async (channel: number, quality: 'main' | 'sub'): Promise<boolean> => {
    const path = streamPath(request.layout, channel, quality);
    if (path === null) return false;
    const answer = await rtsp.describe(streamOf(request, fillPath(path, request.password)), signal);
    signal.throwIfAborted();
    if (answer.kind !== 'answered') throw new ScanEnded(failureOf(answer));
    return answer.status === OK;
  };
  const others = Array.from({ length: request.maxChannels - 1 }, (_, index) => index + 2);
  let checked = 0;
  const look = async (channel: number): Promise<ScannedChannel> => {
    const hasMain = await isThere(channel, 'main');
    const hasSub = hasMain && (await isThere(channel, 'sub'));
    onChecked((checked += 1));
    return { channel, isThere: hasMain, hasSub };
  };
  try {
    const first = await look(FIRST_CHANNEL);
    return ok([first, ...(await pMap(others, look, { concurrency: PARALLEL_QUESTIONS, signal }))]);
  } catch (error) {
    if (error instanceof ScanEnded) return err(error.failure);
    throw error;
  }
}
