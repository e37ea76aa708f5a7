import type { ProbedDevice } from '@contract/models/probe.ts';
import { type ChannelLists, listChannels } from './combine-channels.ts';
import type { HttpClient } from './http-client.ts';
import type { StreamingChannel } from './parse-streaming-channels.ts';
import { queryChannels, queryIdentity, queryLogin, queryStreams } from './probe-queries.ts';
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
export function loginStep(
  client: HttpClient,
  signal: AbortSignal,
): StepPlan<'checked' | 'not-supported'> {
  return {
    step: 'login',
    message: 'Checking user name and password …',
    work: () => queryLogin(client, signal),
    end: (outcome) =>
      outcome === 'checked'
        ? done('User name and password are right.')
        : skipped('The NVR has no login check; the next step shows whether it lets us in.'),
  };
}

/** Who is it? */
export function identityStep(
  client: HttpClient,
  signal: AbortSignal,
): StepPlan<{ device: ProbedDevice; rtspPort: number | null }> {
  return {
    step: 'identity',
    message: 'Asking for model and firmware …',
    work: () => queryIdentity(client, signal),
    end: ({ device }) =>
      done([device.model ?? 'Unknown model', device.firmware].filter(Boolean).join(', ')),
  };
}

/** Which cameras does it have? */
export function channelsStep(
  client: HttpClient,
  signal: AbortSignal,
): StepPlan<ChannelLists | null> {
  return {
    step: 'channels',
    message: 'Reading the list of cameras …',
    work: () => queryChannels(client, signal),
    end: (lists) => {
      if (lists === null) return skipped('The NVR lists no cameras; its streams name them.');
      const channels = listChannels(lists);
      const offline = channels.filter(({ online }) => online === false).length;
      return done(`Cameras: ${channels.length}, of which offline: ${offline}.`);
    },
  };
}

/** Which streams do they have? */
export function streamsStep(
  client: HttpClient,
  signal: AbortSignal,
): StepPlan<StreamingChannel[] | null> {
  return {
    step: 'streams',
    message: 'Reading the list of streams …',
    work: () => queryStreams(client, signal),
    end: (streams) =>
      streams === null
        ? skipped('The NVR does not tell which streams exist.')
        : done(`Streams: ${streams.length}.`),
  };
}

function done(message: string): StepEnd {
  return { state: 'done', message };
}

function skipped(message: string): StepEnd {
  return { state: 'skipped', message };
}
