import { z } from 'zod';

/** Longer ones are cut by the page. */
export const PAGE_ERROR_MAX_CHARS = 4_000;

/** Something that went wrong in the page, for main's log. `render`: a part of the page was lost. */
export const pageErrorSchema = z.strictObject({
  kind: z.enum(['error', 'rejection', 'render']),
  message: z.string().max(PAGE_ERROR_MAX_CHARS),
  stack: z.string().max(PAGE_ERROR_MAX_CHARS),
});

/** What `page:report-error` takes. */
export type PageError = z.output<typeof pageErrorSchema>;
