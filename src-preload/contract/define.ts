import { z } from 'zod';

/** Who may ask: everyone at the desk, or only someone who has entered the admin PIN. */
export type Access = 'anyone' | 'admin';

/** A request that carries nothing. */
export type Nothing = Record<string, never>;

/** Stands for a type where only a value can be written; at run time there is nothing in it. */
export interface Typed<T> {
  readonly type?: T;
}

/** One question the page may ask: who may, what it sends (`Input`), what a handler gets of it (`Request`), what comes back. */
export interface RequestDefinition<A extends Access, Input, Request, Response> {
  /** Main refuses an `admin` request while the app is locked, whatever the page believes. */
  readonly access: A;
  /** Every payload passes it in main before a handler sees it. */
  readonly input: z.ZodType<Request, Input>;
  readonly output: Typed<Response>;
}

/** One thing main tells the page without being asked. */
export interface EventDefinition<Payload> {
  readonly payload: Typed<Payload>;
}

interface Bare<A extends Access, Response> {
  access: A;
  output: Typed<Response>;
}

const nothing = z.strictObject({}) as z.ZodType<Nothing, Nothing>;

/** Defines a request; without `input` it takes nothing at all. */
export function request<A extends Access, Response>(
  definition: Bare<A, Response>,
): RequestDefinition<A, Nothing, Nothing, Response>;
export function request<A extends Access, Input, Request, Response>(
  definition: Bare<A, Response> & { input: z.ZodType<Request, Input> },
): RequestDefinition<A, Input, Request, Response>;
export function request<A extends Access, Response>(
  definition: Bare<A, Response> & { input?: z.ZodType },
): RequestDefinition<A, unknown, unknown, Response> {
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
