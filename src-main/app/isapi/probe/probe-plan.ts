import type { ProbedDevice } from '@contract/models/probe.ts';
import type { CombinedChannels, Listed } from './combine-channels.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { StreamingChannel } from '../endpoints/parse-streaming-channels.ts';
import { type DeviceQueries, type LoginOutcome, queryLogin } from './probe-queries.ts';
import type { StepPlan } from './probe-steps.ts';

/** Is anything there, and is its certificate the right one? */
export function reachStep(client: HttpClient, signal: AbortSignal): StepPlan<null> {
  const step = 'reach';
  return { step, work: () => client.reach(signal), found: () => ({ step, state: 'done' }) };
}

/** Is the login good? Without a login check, the next step shows whether it lets us in. */
export function loginStep(client: HttpClient, signal: AbortSignal): StepPlan<LoginOutcome> {
  const step = 'login';
  return {
    step,
    work: () => queryLogin(client, signal),
    found: ({ state }) => ({ step, state: state === 'checked' ? 'done' : 'skipped' }),
  };
}

/** Who is it? */
export function identityStep({ identity }: DeviceQueries): StepPlan<ProbedDevice | null> {
  const step = 'identity';
  return {
    step,
    work: identity,
    found: (device) =>
      device === null
        ? { step, state: 'skipped' }
        : { step, state: 'done', model: device.model, firmware: device.firmware },
  };
}

/** Which cameras does it have? */
export function channelsStep({ channels }: DeviceQueries): StepPlan<CombinedChannels> {
  const step = 'channels';
  return {
    step,
    work: channels,
    found: ({ channels }) => {
      const offline = channels.filter(({ online }) => online === false).length;
      return { step, state: 'done', cameras: channels.length, offline };
    },
  };
}

/** Which streams do they have? */
export function streamsStep({ streams }: DeviceQueries): StepPlan<Listed<StreamingChannel>> {
  const step = 'streams';
  return {
    step,
    work: streams,
    found: (list) =>
      typeof list === 'string'
        ? { step, state: 'skipped' }
        : { step, state: 'done', streams: list.length },
  };
}
