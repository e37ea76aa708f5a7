/** The one admin PIN, as a hash with everything that is needed to compare another PIN with it. */
export interface AdminPinTable {
  id: number;
  hash: Uint8Array;
  salt: Uint8Array;
  scrypt_n: number;
  scrypt_r: number;
  scrypt_p: number;
}

/** How long an unlocked app stays so, and what wrong PINs have cost. Always exactly one row. */
export interface AdminLockTable {
  id: number;
  auto_lock_minutes: number;
  failed_tries: number;
  /** What was left of the block when this was written. It goes down only while the app runs. */
  block_left_ms: number;
}
