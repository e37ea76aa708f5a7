import type { ReactNode } from 'react';
import { useAdminStatus, useIsAskingForPin } from '../../store/admin-store.ts';
import { SetupDialog } from './SetupDialog.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

/** Whichever PIN is needed now, over everything else that may be open. */
export function AdminDialogs(): ReactNode {
  const status = useAdminStatus();
  const isAsking = useIsAskingForPin();
  if (status?.state === 'setup-needed') return <SetupDialog />;
  return isAsking ? <UnlockDialog /> : null;
}
