/** Anything long-lived: it owns its timers, sockets and listeners, and after `stop` none of them is left. Both calls may be repeated. */
export interface Service {
  start(): Promise<void>;
  stop(): Promise<void>;
}
