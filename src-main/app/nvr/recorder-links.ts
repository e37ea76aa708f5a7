import type { Nvr } from '@contract/models/nvr.ts';

/** What a change of a recorder does to its running streams. */
export interface RecorderStreams {
  /** Ends them all, also those being watched. */
  close(nvrId: number): Promise<void>;
}

/** What a change of a recorder does to its login. */
export interface RecorderLogins {
  /** Another password is in use. */
  remember(nvrId: number, password: string): Promise<void>;
  /** What was learnt counts no more. */
  forget(nvrId: number): Promise<void>;
  /** Tries the login once, unless it is known. Never rejects. */
  check(nvr: Nvr): Promise<void>;
}
