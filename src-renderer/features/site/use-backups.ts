import type { Refusal } from '../../api/ipc-client.ts';
import { useEffect, useState } from 'react';
import type { Backup } from '@contract/models/site.ts';
import type { Result } from '@contract/result.ts';
import { text } from '../../text/catalogue.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { whenText } from './site-text.ts';

/** The backups and what is being done with them. */
export interface Backups {
  /** Newest first; null until they have been listed. */
  backups: Backup[] | null;
  /** Date.now() when they were listed. */
  listedAtMs: number;
  /** What is under way: making one, or the id of the one that is being restored. */
  busy: 'create' | (string & {}) | null;
  failure: string | null;
  create: () => Promise<void>;
  restore: (backup: Backup) => Promise<void>;
}

type Listing = Pick<Backups, 'backups' | 'listedAtMs'>;

const list = (): Promise<Result<Backup[], Refusal>> => adminRequest('backup:list', {});

/** Lists backups when it is first used and after each change. */
export function useBackups(): Backups {
  const [listing, setListing] = useState<Listing>({ backups: null, listedAtMs: 0 });
  const [busy, setBusy] = useState<Backups['busy']>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const take = (listed: Result<Backup[], Refusal>): void => {
    if (listed.ok) setListing({ backups: listed.value, listedAtMs: Date.now() });
    else setFailure(listed.error.message);
  };
  const load = async (): Promise<void> => take(await list());
  useEffect(() => void list().then(take), []);

  const create = async (): Promise<void> => {
    setFailure(null);
    setBusy('create');
    const made = await adminRequest('backup:create', {});
    if (made.ok) showToast(text.site.backupMade);
    else setFailure(made.error.message);
    await load();
    setBusy(null);
  };

  const restore = async ({ backupId, createdAtMs }: Backup): Promise<void> => {
    setFailure(null);
    setBusy(backupId);
    const restored = await adminRequest('backup:restore', { backupId });
    if (restored.ok) showToast(text.site.restored(whenText(createdAtMs, Date.now())));
    else setFailure(restored.error.message);
    await load();
    setBusy(null);
  };

  return { ...listing, busy, failure, create, restore };
}
