import type { Nvr } from '@contract/models/nvr.ts';
import type { Result } from '@contract/result.ts';
import type { HttpCall } from '../../isapi/http/http-call.ts';
import type { HttpAnswer } from '../../isapi/http/http-exchange.ts';
import type { IsapiError } from '../../isapi/isapi-error.ts';
import { refusalIn } from '../events/session-aftermath.ts';
import type { RecorderLogin } from '../login/recorder-login.ts';
import type { RecorderHttp } from './recorder-http.ts';

/** Whom to ask. */
export interface AskedRecorder {
  nvr: Nvr;
  login: RecorderLogin;
  http: RecorderHttp;
}

/**
 * Asks a recorder's web server something that can wait, with its own client: once, and only while its login is accepted. A refusal counts like one of a
 * check; where only this one address may have meant it, the login is checked. Null: nothing may be sent now.
 */
export async function askAside(
  { nvr, login, http }: AskedRecorder,
  call: HttpCall,
): Promise<Result<HttpAnswer, IsapiError> | null> {
  await login.settled();
  const password = login.acceptedPassword;
  if (password === null || call.signal?.aborted === true || http.shutForMs(nvr) > 0) return null;
  const client = http.client(nvr, password);
  // Asked once: whoever can wait does not press a busy device.
  const answer = await client.request({ ...call, busyDelaysMs: [] });
  if (answer.ok || answer.error.kind === 'cancelled') return answer;
  const { error } = answer;
  const refusal = refusalIn(error, client.hasTakenLogin);
  if (refusal !== null) await login.learnRefusal(refusal);
  else if (error.kind === 'auth' && error.reason === 'wrong-password') await login.recheck();
  return answer;
}
