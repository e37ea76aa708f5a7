import { z } from 'zod';

/** How long a removal can be taken back. */
export const UNDO_MS = 10_000;

/** Takes a removal back while there is time. */
export interface UndoTicket {
  undoId: string;
  /** What was removed, for the sentence that offers to take it back. */
  cameras: number;
  expiresInMs: number;
}

/** Names one ticket. */
export const undoSchema = z.strictObject({ undoId: z.uuid() });
