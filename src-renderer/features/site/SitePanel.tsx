import type { ReactNode } from 'react';

/** Copies of the whole site: for another computer, and for a bad day. */
export function SitePanel(): ReactNode {
  return (
    <header className="panel__header">
      <h3>Backup &amp; transfer</h3>
    </header>
  );
}
