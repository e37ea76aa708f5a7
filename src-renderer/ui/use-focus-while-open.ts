import { useEffect, type RefObject } from 'react';

/**
 * What lies beside the wall gets the focus as it opens; what had it gets it back, unless somebody has gone elsewhere meanwhile.
 * @param start a selector of what gets it, within the panel
 */
export function useFocusWhileOpen(panel: RefObject<HTMLElement | null>, start: string): void {
  useEffect(() => {
    const { activeElement } = document;
    const aside = panel.current;
    aside?.querySelector<HTMLElement>(start)?.focus();
    return () => {
      if (
        document.activeElement !== document.body &&
        aside?.contains(document.activeElement) !== true
      )
        return;
      const isThere =
        activeElement?.isConnected === true && activeElement.closest('[inert]') === null;
      const home = isThere ? activeElement : document.querySelector('[data-home]');
      if (home instanceof HTMLElement) home.focus();
    };
  }, [panel, start]);
}
