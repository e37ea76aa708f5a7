import { create } from 'zustand';
import type { AccessState } from '@contract/models/access.ts';
import type { Permission } from '@contract/permission.ts';
import { request } from '../api/ipc-client.ts';

/** Null for the first moments: then everything is offered, since main decides anyway. */
const useAccess = create<{ known: AccessState | null }>(() => ({ known: null }));

/** Takes main's word on who is at the desk. */
export function setAccess(known: AccessState): void {
  useAccess.setState({ known });
}

/** Asks for what events have told before the page listened. */
export async function loadAccess(): Promise<void> {
  const access = await request('access:get', {});
  if (access.ok) setAccess(access.value);
}

/** Whether whoever is at the desk may do what takes this permission; null: it takes none. */
export function mayNow(permission: Permission | null): boolean {
  return isPermitted(useAccess.getState().known, permission);
}

/** The same, for components. */
export function useMay(): (permission: Permission | null) => boolean {
  const known = useAccess((state) => state.known);
  return (permission) => isPermitted(known, permission);
}

function isPermitted(known: AccessState | null, permission: Permission | null): boolean {
  return permission === null || known === null || known.permissions.includes(permission);
}
