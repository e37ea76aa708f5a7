import { useId, type ReactNode } from 'react';

interface SiteSectionProps {
  title: string;
  /** What it is for, in a sentence. */
  about: string;
  /** What can be done with all of it. */
  action?: ReactNode;
  children: ReactNode;
}

/** One of the panel's parts. */
export function SiteSection({ title, about, action, children }: SiteSectionProps): ReactNode {
  const titleId = useId();
  return (
    <section className="site-section" aria-labelledby={titleId}>
      <header>
        <div>
          <h4 id={titleId}>{title}</h4>
          <p>{about}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
