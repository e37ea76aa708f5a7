/** Why the event channel could not be opened, or ended. */
export type ChannelFault =
  /** Nobody answers, or the connection broke off. */
  | 'unreachable'
  /** Nothing came for too long, not even a heartbeat. */
  | 'silent'
  /** The recorder ended it. */
  | 'closed'
  /** The user may not listen. */
  | 'no-permission'
  /** What came is no stream of events. */
  | 'bad-answer'
  /** It is busy, and asks for another try. */
  | 'busy';

/**
 * How it stands with one recorder's event channel. No alarm may be missed without somebody knowing, so each way of not listening has a name.
 * Times are Unix time in ms, to be shown; what happens when is decided by performance.now().
 */
export type EventChannelState =
  /** Not wanted: the recorder is disabled, its login is not accepted, or it is of a make whose events are not understood. */
  | { readonly state: 'off' }
  | { readonly state: 'connecting' }
  /** `lastSignMs`: of the last byte, be it a heartbeat. */
  | { readonly state: 'listening'; readonly sinceMs: number; readonly lastSignMs: number }
  /** Nothing came for too long: it was hung up and is opened anew. */
  | { readonly state: 'silent' }
  /** Too many clients listen to this recorder (deployExceedMax); asked again after some minutes. */
  | { readonly state: 'refused-too-many' }
  /** The recorder has no event channel; asked again rarely. */
  | { readonly state: 'not-supported' }
  | { readonly state: 'failing'; readonly why: ChannelFault; readonly nextTryMs: number };
