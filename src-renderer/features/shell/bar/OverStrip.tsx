import type { ReactNode } from 'react';
import { SiteStrip } from '../problems/SiteStrip.tsx';
import { useSiteProblems } from '../problems/use-site-problems.ts';

/** The strip while a camera fills the window and covers the bar: what is broken stays said. What is only to be read can wait. */
export function OverStrip({ onNvrs }: { onNvrs: () => void }): ReactNode {
  const problems = useSiteProblems().filter(({ isBroken }) => isBroken);
  return <SiteStrip problems={problems} isOver onNvrs={onNvrs} />;
}
