import type { HealthFault } from '@contract/models/health.ts';
import { err, type Result } from '@contract/result.ts';
import type { HttpCall } from '../isapi/http/http-call.ts';
import type { HttpAnswer } from '../isapi/http/http-exchange.ts';
import type { IsapiError } from '../isapi/isapi-error.ts';
import { faultOf } from '../recorders/web/fault-of.ts';

/** Asks one recorder once, behind its login (`Recorder.ask`); null: nothing may be sent now. */
export type Ask = (call: HttpCall) => Promise<Result<HttpAnswer, IsapiError> | null>;

/** Path of Hikvision ISAPI for what a device does at an event. */
export const TRIGGERS = '/ISAPI/Event/triggers';

/** The same for one trigger's list of notifications. */
export function notificationsPath(triggerId: string): string {
  return `${TRIGGERS}/${encodeURIComponent(triggerId)}/notifications`;
}

/** Asks and reads. Busy is an answer: devices say so of what they do not have, so nothing is asked twice. */
export async function askFor<T>(
  ask: Ask,
  call: HttpCall,
  parse: (body: string) => Result<T, IsapiError>,
): Promise<Result<T, HealthFault | 'not-asked'>> {
  const answer = await ask(call);
  if (answer === null) return err('not-asked');
  const read = answer.ok ? parse(answer.value.text) : answer;
  return read.ok ? read : err(faultOf(read.error));
}
