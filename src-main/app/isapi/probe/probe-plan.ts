import type { ProbedDevice } from '@contract/models/probe.ts';
import type { CombinedChannels, Listed } from './combine-channels.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { StreamingChannel } from '../endpoints/parse-streaming-channels.ts';
import { type DeviceQueries, type LoginOutcome, queryLogin } from './probe-queries.ts';
import type { StepEnd, StepPlan } from './probe-steps.ts';

/** Is anything there, and is its certificate the right one? */
export function reachStep(client: HttpClient, signal: AbortSignal): StepPlan<null> {
  return {
    step: 'reach',
    message: 'Connecting to the NVR …',
    work: () => client.reach(signal),
    end: () => done('The NVR answers.'),
  };
}

/** Is the login good? */
export function loginStep(client: HttpClient, signal: AbortSignal): StepPlan<LoginOutcome> {
  return {
    step: 'login',
    message: 'Checking user name and password …',
    work: () => queryLogin(client, signal),
    end: ({ state }) =>
      state === 'checked'
        ? done('User name and password are right.')
        : skipped('The NVR has no login check; the next step shows whether it lets us in.'),
  };
}

/** Who is it? */
export function identityStep({ identity }: DeviceQueries): StepPlan<ProbedDevice | null> {
  return {
    step: 'identity',
    message: 'Asking for model and firmware …',
    work: identity,
    end: (device) =>
      device === null
        ? skipped('The NVR does not tell its model.')
        : done([device.model ?? 'Unknown model', device.firmware].filter(Boolean).join(', ')),
  };
}

/** Which cameras does it have? */
export function channelsStep({ channels }: DeviceQueries): StepPlan<CombinedChannels> {
  return {
    step: 'channels',
    message: 'Reading the list of cameras …',
    work: channels,
    end: ({ channels }) => {
      const offline = channels.filter(({ online }) => online === false).length;
      return done(`Cameras: ${channels.length}, of which offline: ${offline}.`);
    },
  };
}

/** Which streams do they have? */
export function streamsStep({ streams }: DeviceQueries): StepPlan<Listed<StreamingChannel>> {
  return {
    step: 'streams',
    message: 'Reading the list of streams …',
    work: streams,
    end: (list) =>
      typeof list === 'string'
        ? skipped('The NVR does not tell which streams exist.')
        : done(`Streams: ${list.length}.`),
  };
}

function done(message: string): StepEnd {
  return { state: 'done', message };
}

function skipped(message: string): StepEnd {
  return { state: 'skipped', message };
}
