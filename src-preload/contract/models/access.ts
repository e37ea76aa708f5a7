import type { Permission } from '../permission.ts';

/** Who is at the desk, and what they may do. The page offers things by it; main decides, each time anew. */
export interface AccessState {
  actor: string;
  permissions: Permission[];
}
