import type { LoginDoor } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamCause } from '@contract/models/playback.ts';
import { chooseChallenge } from '../../../net/digest/digest-challenge.ts';
import { exchange } from '../../../isapi/http/http-exchange.ts';
import { readLoginRefusal } from '../../../isapi/endpoints/login-refusal.ts';
import { USER_CHECK_PATH } from '../../../isapi/endpoints/user-check.ts';
import type { DescribeAnswer } from '../../../rtsp/client/describe-stream.ts';
import type { DeviceSigns } from '../gate/refused-login.ts';
import { streamOf, type RtspDescriber } from './rtsp-login.ts';

const WEB_TIMEOUT_MS = 5_000;
const BODY_LIMIT_BYTES = 64 * 1024;
const UNAUTHORIZED = 401;

type WebSigns = Omit<DeviceSigns, 'isThere'> & { isAnswered: boolean };

const NOBODY = { username: '', password: '' };

const NO_ANSWERS: ReadonlySet<StreamCause> = new Set([
  ...(['unreachable', 'port-closed', 'no-answer', 'connection-lost'] as const),
]);

const NO_WEB: WebSigns = { isAnswered: false, identity: '', triesLeft: null, isLocked: null };

/**
 * What a device shows to somebody who sends no login: whether the server that refused is there, how it names itself, and, in the body of
 * a 401 (Hikvision ISAPI userCheck), whether the account is locked and how many tries are left. It costs no try.
 */
export async function askUnsigned(
  gateway: RtspDescriber,
  nvr: Nvr,
  { door, path }: { door: LoginDoor; path: string },
  signal: AbortSignal,
): Promise<DeviceSigns> {
  const [{ isAnswered, ...web }, rtsp] = await Promise.all([
    nvr.layout.kind === 'hikvision' ? askWeb(nvr, signal) : NO_WEB,
    // Without a user name nothing is ever signed.
    door === 'rtsp' ? gateway.describe(streamOf({ ...nvr, ...NOBODY }, path), signal) : null,
  ]);
  if (rtsp === null) return { ...web, isThere: isAnswered };
  return { ...web, isThere: isAnswer(rtsp), identity: rtsp.identity };
}

function isAnswer(answer: DescribeAnswer): boolean {
  return answer.kind === 'answered' || !NO_ANSWERS.has(answer.cause);
}

async function askWeb(nvr: Nvr, signal: AbortSignal): Promise<WebSigns> {
  const { host, httpPort: port, isHttps, fingerprint: pinnedFingerprint } = nvr;
  const answer = await exchange(
    { host, port, isHttps, username: '', password: '' },
    { pinnedFingerprint, canTrustFirstUse: false },
    {
      ...{ method: 'GET', path: USER_CHECK_PATH, authorization: null, body: null },
      bodyLimitBytes: BODY_LIMIT_BYTES,
    },
    AbortSignal.any([signal, AbortSignal.timeout(WEB_TIMEOUT_MS)]),
  );
  if (!answer.ok) return NO_WEB;
  const { status, challenges, text } = answer.value;
  if (status !== UNAUTHORIZED) return { ...NO_WEB, isAnswered: true };
  const { isLocked, triesLeft } = readLoginRefusal(text);
  const identity = chooseChallenge(challenges)?.realm ?? '';
  return { isAnswered: true, identity, triesLeft, isLocked };
}
