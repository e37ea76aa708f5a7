import type { healthRequests } from '@contract/domains/health.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type HealthChannel = keyof typeof healthRequests;

/** Requests about how recorders and cameras are. */
export function healthHandlers({ health }: HandlerServices): Pick<Handlers, HealthChannel> {
  return { 'health:list': async () => ok(health.list()) };
}
