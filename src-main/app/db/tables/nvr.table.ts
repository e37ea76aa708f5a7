import type { StreamLayout } from '@contract/models/stream-layout.ts';
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
  /** 0 or 1: whether its RTSP server may get the password in the clear where it takes nothing else. */
  allows_basic: Generated<number>;
  /** 0 or 1. */
  is_enabled: Generated<number>;
  layout: Generated<StreamLayout['kind']>;
  /** With the layouts that need them: an RTSP path with `{channel}`, or the single camera's own path. */
  main_template: string | null;
  sub_template: string | null;
  created_at: Generated<string>;
}

/** A stored recorder. */
export type NvrRow = Selectable<NvrTable>;

/** A recorder to store. */
export type NewNvrRow = Insertable<NvrTable>;
