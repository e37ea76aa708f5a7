import type { accessRequests } from '@contract/domains/access.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about what whoever is at the desk may do. */
export function accessHandlers({
  access,
}: HandlerServices): Pick<Handlers, keyof typeof accessRequests> {
  return { 'access:get': async () => ok(access.state) };
}
