import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';

/** The product's mark and name: a wall of four with one tile lit. */
export function Brand(): ReactNode {
  return (
    <div className="brand">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden>
        <rect x="2" y="2" width="9" height="9" rx="2" fill="var(--accent)" />
        <rect x="13" y="2" width="9" height="9" rx="2" fill="var(--line-strong)" />
        <rect x="2" y="13" width="9" height="9" rx="2" fill="var(--line-strong)" />
        <rect x="13" y="13" width="9" height="9" rx="2" fill="var(--line-strong)" />
      </svg>
      <span>{text.shell.product}</span>
    </div>
  );
}
