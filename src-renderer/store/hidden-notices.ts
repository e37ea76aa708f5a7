import { create } from 'zustand';

const useHidden = create<{ texts: ReadonlySet<string> }>(() => ({ texts: new Set() }));

/** What somebody has read and put away, until the app starts anew. */
export const useHiddenNotices = (): ReadonlySet<string> => useHidden(({ texts }) => texts);

/** Puts a notice away. */
export function hideNotice(text: string): void {
  useHidden.setState(({ texts }) => ({ texts: new Set([...texts, text]) }));
}
