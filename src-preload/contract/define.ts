import { z } from 'zod';
import type { Permission, Subject } from './permission.ts';

/** What a request takes; null: nobody has to be known yet, as for entering the PIN. */
export type Need = Permission | null;

/** A request that carries nothing. */
export type Nothing = Record<string, never>;

/** Stands for a type where only a value can be written; at run time there is nothing in it. */
export interface Typed<T> {
  readonly type?: T;
}

/** One question the page may ask: who may, what it sends (`Input`), what a handler gets of it (`Request`), what comes back. */
export interface RequestDefinition<P extends Need, Input, Request, Response> {
  /** Main refuses whoever has not got it, whatever the page believes. */
  readonly permission: P;
  /** Every payload passes it in main before a handler sees it. */
  readonly input: z.ZodType<Request, Input>;
  readonly output: Typed<Response>;
  /** Whom it concerns. Without it: the whole site. */
  readonly concerns?: ((request: Request) => Subject) | undefined;
}

/** One thing main tells the page without being asked. */
export interface EventDefinition<Payload> {
  readonly payload: Typed<Payload>;
}

interface Bare<P extends Need, Response> {
  permission: P;
  output: Typed<Response>;
}

interface Carrying<P extends Need, Input, Request, Response> extends Bare<P, Response> {
  input: z.ZodType<Request, Input>;
  concerns?: (request: Request) => Subject;
}

const nothing = z.strictObject({}) as z.ZodType<Nothing, Nothing>;

/** Defines a request; without `input` it takes nothing at all. */
export function request<P extends Need, Input, Request, Response>(
  definition: Carrying<P, Input, Request, Response>,
): RequestDefinition<P, Input, Request, Response>;
export function request<P extends Need, Response>(
  definition: Bare<P, Response>,
): RequestDefinition<P, Nothing, Nothing, Response>;
export function request(definition: object): unknown {
  return { input: nothing, ...definition };
}

/** Defines an event by what it carries. */
export function event<Payload>(): EventDefinition<Payload> {
  return { payload: typed<Payload>() };
}

/** Names what a request answers with. Main makes it and types vouch for it, so that no schema is needed. */
export function typed<T>(): Typed<T> {
  return {};
}
