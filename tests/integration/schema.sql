CREATE TABLE admin_lock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  auto_lock_minutes INTEGER NOT NULL CHECK (auto_lock_minutes BETWEEN 1 AND 60),
  failed_tries INTEGER NOT NULL CHECK (failed_tries >= 0),
  block_left_ms INTEGER NOT NULL CHECK (block_left_ms >= 0)
) STRICT;

CREATE TABLE admin_pin (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hash BLOB NOT NULL CHECK (length(hash) >= 32),
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  scrypt_n INTEGER NOT NULL,
  scrypt_r INTEGER NOT NULL,
  scrypt_p INTEGER NOT NULL
) STRICT;

CREATE TABLE camera (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  nvr_id INTEGER NOT NULL REFERENCES nvr (id) ON DELETE CASCADE,
  channel INTEGER NOT NULL CHECK (channel >= 1),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  main_path TEXT NOT NULL,
  sub_path TEXT, is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)), quality TEXT NOT NULL DEFAULT 'auto' CHECK (quality IN ('auto', 'main', 'sub')), notes TEXT NOT NULL DEFAULT '', recorder_name TEXT, is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1)),
  UNIQUE (nvr_id, channel)
) STRICT;

CREATE INDEX camera_by_position ON camera (position, id);

CREATE TABLE event_rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

CREATE TABLE "nvr" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  host TEXT NOT NULL COLLATE NOCASE,
  rtsp_port INTEGER NOT NULL CHECK (rtsp_port BETWEEN 1 AND 65535),
  http_port INTEGER NOT NULL CHECK (http_port BETWEEN 1 AND 65535),
  is_https INTEGER NOT NULL DEFAULT 0 CHECK (is_https IN (0, 1)),
  fingerprint TEXT,
  username TEXT NOT NULL,
  secret_account TEXT NOT NULL UNIQUE,
  is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)),
  layout TEXT NOT NULL DEFAULT 'hikvision'
    CHECK (layout IN ('hikvision', 'dahua', 'custom', 'single')),
  main_template TEXT,
  sub_template TEXT,
  max_channels INTEGER NOT NULL CHECK (max_channels BETWEEN 1 AND 256),
  model TEXT,
  serial TEXT,
  firmware TEXT,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), allows_basic INTEGER NOT NULL DEFAULT 0 CHECK (allows_basic IN (0, 1)),
  CHECK ((layout IN ('custom', 'single')) = (main_template IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX nvr_by_address ON nvr (host, rtsp_port)
WHERE layout <> 'single';

CREATE TABLE nvr_login (
  nvr_id INTEGER PRIMARY KEY REFERENCES nvr (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('refused', 'locked')),
  until_ms INTEGER, door TEXT NOT NULL DEFAULT 'web' CHECK (door IN ('web', 'rtsp')), tries_left INTEGER CHECK (tries_left >= 0), failed INTEGER NOT NULL DEFAULT 2 CHECK (failed >= 0),
  CHECK ((state = 'locked') = (until_ms IS NOT NULL))
) STRICT;

CREATE TABLE nvr_outage (
  nvr_id INTEGER PRIMARY KEY REFERENCES nvr (id) ON DELETE CASCADE,
  since_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE time_reading (
  serial TEXT NOT NULL,
  firmware TEXT NOT NULL,
  reading TEXT NOT NULL CHECK (reading IN ('local', 'utc')),
  offset_minutes INTEGER NOT NULL,
  tested_at_ms INTEGER NOT NULL,
  PRIMARY KEY (serial, firmware)
) STRICT;

CREATE TABLE unused_secret (account TEXT PRIMARY KEY) STRICT;
