import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { BackupsSection } from './BackupsSection.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import './site.css';

/** Copies of the whole site: for another computer, and for a bad day. */
export function SitePanel(): ReactNode {
  return (
    <>
      <header className="panel__header">
        <h3>{text.site.title}</h3>
      </header>
      <div className="panel__body site">
        <div className="site__column">
          <ExportSection />
          <ImportSection />
        </div>
        <BackupsSection />
      </div>
    </>
  );
}
