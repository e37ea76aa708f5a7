import type { Generated, Insertable, Selectable } from 'kysely';

/** A recorder. `secret_account` names the keychain entry that holds its password. */
export interface NvrTable {
  id: Generated<number>;
  name: string;
  host: string;
  rtsp_port: number;
  http_port: number;
  username: string;
  secret_account: string;
  max_channels: number;
  /** 0 or 1. */
  is_https: Generated<number>;
  fingerprint: string | null;
  model: string | null;
  serial: string | null;
  firmware: string | null;
  created_at: Generated<string>;
}

/** A stored recorder. */
export type NvrRow = Selectable<NvrTable>;

/** A recorder to store. */
export type NewNvrRow = Insertable<NvrTable>;
