/** What the panel shows: the list, or a form in its place. */
export type NvrsView = { at: 'list' } | { at: 'edit'; id: number } | { at: 'single' };
