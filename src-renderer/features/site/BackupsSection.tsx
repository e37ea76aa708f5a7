import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { BackupRow } from './BackupRow.tsx';
import { Failure } from './Failure.tsx';
import { SiteSection } from './SiteSection.tsx';
import { useBackups } from './use-backups.ts';

/** Copies of this station's NVRs and cameras, and the way back to one of them. */
export function BackupsSection(): ReactNode {
  const { backups, listedAtMs, busy, failure, create, restore } = useBackups();
  return (
    <SiteSection
      title={text.site.backups}
      about={text.site.backupsAbout}
      action={
        <Button
          icon={<Archive size={16} aria-hidden />}
          isBusy={busy !== null}
          onClick={() => void create()}
        >
          {busy === 'create' ? text.site.backingUp : text.site.backUp}
        </Button>
      }
    >
      <Failure message={failure} />
      {backups?.length === 0 && <p className="site-note">{text.site.noBackups}</p>}
      <ul className="site-list" aria-label={text.site.backups}>
        {backups?.map((backup) => (
          <BackupRow
            key={backup.backupId}
            backup={backup}
            nowMs={listedAtMs}
            isBusy={busy !== null}
            isRestoring={busy === backup.backupId}
            onRestore={() => restore(backup)}
          />
        ))}
      </ul>
    </SiteSection>
  );
}
