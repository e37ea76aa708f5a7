import type { AdminStatus, AutoLock, PinChange, PinEntry } from './models/admin.ts';
import type { AppInfo } from './models/app-info.ts';
import type {
  CameraEdit,
  CameraEditInput,
  CameraMove,
  CameraNames,
  CameraRemoval,
  CamerasEnabled,
  NewCamera,
  NewCameraInput,
  SingleCamera,
} from './models/camera-changes.ts';
import type { Camera } from './models/camera.ts';
import type {
  ChannelScan,
  ChannelScanEvent,
  ChannelScanInput,
  ChannelScanOutcome,
} from './models/channel-scan.ts';
import type { Clip, ClipEvent, ClipStart, ClipStop } from './models/clip.ts';
import type {
  NewNvr,
  NewNvrInput,
  NewPassword,
  Nvr,
  NvrEdit,
  NvrEditInput,
  NvrEnabled,
  NvrWithLogin,
} from './models/nvr.ts';
import type { PageError } from './models/page-error.ts';
import type { PlaybackStatus, StreamFeed, StreamNewsEvent } from './models/playback.ts';
import type {
  ProbeOutcome,
  ProbeProgressEvent,
  ProbeRequest,
  ProbeRequestInput,
} from './models/probe-request.ts';
import type { SecretsStatus } from './models/secrets.ts';
import type {
  Backup,
  BackupChoice,
  SavedFile,
  SavedMedia,
  SiteExport,
  SiteFile,
  SiteImport,
  SiteImported,
  SiteImportPreview,
} from './models/site.ts';
import type { Snapshot } from './models/snapshot.ts';
import type { SyncApplied, SyncOutcome, SyncPicks, SyncRequest } from './models/sync.ts';
import type { UndoTicket } from './models/undo.ts';
import type { View } from './models/view.ts';

/** A request that carries nothing. */
export type Nothing = Record<string, never>;

/** Every question the renderer may ask: what it sends, what a handler gets after validation, what comes back. */
export interface Requests {
  'app:get-info': { input: Nothing; request: Nothing; response: AppInfo };
  /** Something went wrong in the page; main's log keeps it. */
  'page:report-error': { input: PageError; request: PageError; response: null };
  'nvr:list': { input: Nothing; request: Nothing; response: NvrWithLogin[] };
  /** Looks at a recorder; stores nothing. */
  'nvr:probe': { input: ProbeRequestInput; request: ProbeRequest; response: ProbeOutcome };
  /** Asks which channels a device without such a list has; stores nothing. `nvr:cancel-probe` ends it, too. */
  'nvr:scan-channels': {
    input: ChannelScanInput;
    request: ChannelScan;
    response: ChannelScanOutcome;
  };
  'nvr:cancel-probe': {
    input: { probeId: string };
    request: { probeId: string };
    response: null;
  };
  'nvr:add': { input: NewNvrInput; request: NewNvr; response: Nvr };
  'nvr:set-password': { input: NewPassword; request: NewPassword; response: null };
  'nvr:edit': { input: NvrEditInput; request: NvrEdit; response: Nvr };
  'nvr:set-enabled': { input: NvrEnabled; request: NvrEnabled; response: null };
  'nvr:remove': { input: { id: number }; request: { id: number }; response: UndoTicket };
  /** Compares a recorder's own list with what is stored; stores nothing. */
  'nvr:preview-sync': { input: SyncRequest; request: SyncRequest; response: SyncOutcome };
  'nvr:apply-sync': { input: SyncPicks; request: SyncPicks; response: SyncApplied };
  'camera:list': { input: Nothing; request: Nothing; response: Camera[] };
  'camera:add': { input: NewCameraInput; request: NewCamera; response: Camera };
  /** One camera without a recorder. */
  'camera:add-single': { input: SingleCamera; request: SingleCamera; response: Nvr };
  'camera:edit': { input: CameraEditInput; request: CameraEdit; response: Camera };
  'camera:set-enabled': { input: CamerasEnabled; request: CamerasEnabled; response: null };
  'camera:rename': { input: CameraNames; request: CameraNames; response: null };
  'camera:move': { input: CameraMove; request: CameraMove; response: null };
  'camera:remove': { input: CameraRemoval; request: CameraRemoval; response: UndoTicket };
  /** Takes a removal back. */
  'undo:run': { input: { undoId: string }; request: { undoId: string }; response: null };
  /** Writes the whole site into a file among the person's documents. */
  'site:export': { input: SiteExport; request: SiteExport; response: SavedFile };
  'site:preview-import': { input: SiteFile; request: SiteFile; response: SiteImportPreview };
  'site:import': { input: SiteImport; request: SiteImport; response: SiteImported };
  'backup:list': { input: Nothing; request: Nothing; response: Backup[] };
  'backup:create': { input: Nothing; request: Nothing; response: Backup };
  'backup:restore': { input: BackupChoice; request: BackupChoice; response: null };
  /** Snapshots and recordings, the newest first, and no more than a person would look through. */
  'file:list': { input: Nothing; request: Nothing; response: SavedMedia[] };
  /** Shows a file that the app has written in the system's file manager. */
  'file:reveal': { input: { fileId: string }; request: { fileId: string }; response: null };
  /** Writes the picture of a tile into a file among the person's pictures. */
  'snapshot:save': { input: Snapshot; request: Snapshot; response: SavedFile };
  /** What is being recorded now. */
  'clip:list': { input: Nothing; request: Nothing; response: Clip[] };
  /** Begins to write a camera's live stream into a file among the person's videos; answers with the first bytes. */
  'clip:start': { input: ClipStart; request: ClipStart; response: Clip };
  'clip:stop': { input: ClipStop; request: ClipStop; response: SavedFile };
  'playback:get-status': { input: Nothing; request: Nothing; response: PlaybackStatus };
  /** Whether a stream that plays now, by its name, has sound. */
  'playback:has-sound': {
    input: { stream: string };
    request: { stream: string };
    response: boolean;
  };
  /** What is sent for a stream that plays now, by its name; the answer takes more than a second. */
  'playback:get-feed': {
    input: { stream: string };
    request: { stream: string };
    response: StreamFeed;
  };
  'playback:restart': { input: Nothing; request: Nothing; response: null };
  'secrets:get-status': { input: Nothing; request: Nothing; response: SecretsStatus };
  'secrets:retry': { input: Nothing; request: Nothing; response: SecretsStatus };
  'view:get': { input: Nothing; request: Nothing; response: View };
  'view:set': { input: View; request: View; response: null };
  'admin:get-status': { input: Nothing; request: Nothing; response: AdminStatus };
  /** Only while there is none: a PIN is replaced by `admin:change-pin`. */
  'admin:set-pin': { input: PinEntry; request: PinEntry; response: AdminStatus };
  'admin:unlock': { input: PinEntry; request: PinEntry; response: AdminStatus };
  'admin:lock': { input: Nothing; request: Nothing; response: AdminStatus };
  'admin:change-pin': { input: PinChange; request: PinChange; response: AdminStatus };
  'admin:set-auto-lock': { input: AutoLock; request: AutoLock; response: AdminStatus };
}

/** Everything main tells the renderer without being asked. */
export interface Events {
  /** Recorders or cameras were added, changed or removed: list them again. */
  'nvr:changed': null;
  'nvr:probe-progress': ProbeProgressEvent;
  'nvr:scan-progress': ChannelScanEvent;
  'clip:changed': ClipEvent;
  'playback:changed': PlaybackStatus;
  /** What main learnt about a stream, such as why it cannot be had. */
  'playback:stream-news': StreamNewsEvent;
  'secrets:changed': SecretsStatus;
  'admin:changed': AdminStatus;
}

/** A request's name. */
export type RequestChannel = keyof Requests;

/** An event's name. */
export type EventChannel = keyof Events;

/** Who may ask: everyone at the desk, or only someone who has entered the admin PIN. */
export type Access = 'anyone' | 'admin';

/**
 * Every request and who may send it. Main refuses an `admin` request while the app is locked, whatever the page believes;
 * a record makes it a type error to add a request without deciding this.
 */
export const ACCESS: Record<RequestChannel, Access> = {
  'app:get-info': 'anyone',
  'page:report-error': 'anyone',
  'nvr:list': 'anyone',
  // A look sends a password, and a recorder may lock its account over a wrong one.
  'nvr:probe': 'admin',
  'nvr:scan-channels': 'admin',
  'nvr:cancel-probe': 'anyone',
  'nvr:add': 'admin',
  'nvr:set-password': 'admin',
  'nvr:edit': 'admin',
  'nvr:set-enabled': 'admin',
  'nvr:remove': 'admin',
  'nvr:preview-sync': 'admin',
  'nvr:apply-sync': 'admin',
  'camera:list': 'anyone',
  'camera:add': 'admin',
  'camera:add-single': 'admin',
  'camera:edit': 'admin',
  'camera:set-enabled': 'admin',
  'camera:rename': 'admin',
  'camera:move': 'admin',
  'camera:remove': 'admin',
  'undo:run': 'admin',
  'site:export': 'admin',
  'site:preview-import': 'admin',
  'site:import': 'admin',
  'backup:list': 'admin',
  'backup:create': 'admin',
  'backup:restore': 'admin',
  'file:list': 'anyone',
  'file:reveal': 'anyone',
  // Whoever watches may keep what was seen.
  'snapshot:save': 'anyone',
  'clip:list': 'anyone',
  'clip:start': 'anyone',
  'clip:stop': 'anyone',
  'playback:get-status': 'anyone',
  'playback:has-sound': 'anyone',
  'playback:get-feed': 'anyone',
  'playback:restart': 'anyone',
  'secrets:get-status': 'anyone',
  'secrets:retry': 'anyone',
  'view:get': 'anyone',
  'view:set': 'anyone',
  'admin:get-status': 'anyone',
  // Refused by the service itself once there is a PIN.
  'admin:set-pin': 'anyone',
  'admin:unlock': 'anyone',
  'admin:lock': 'anyone',
  'admin:change-pin': 'admin',
  'admin:set-auto-lock': 'admin',
};

/** The names as values, so that the preload can refuse all others. */
const EVENT_TABLE: Record<EventChannel, true> = {
  'nvr:changed': true,
  'nvr:probe-progress': true,
  'nvr:scan-progress': true,
  'clip:changed': true,
  'playback:changed': true,
  'playback:stream-news': true,
  'secrets:changed': true,
  'admin:changed': true,
};

/** Every request's name, for the router to register. */
export const REQUEST_CHANNELS = Object.keys(ACCESS) as RequestChannel[];

/** True for a name of the Requests map. */
export function isRequestChannel(name: string): name is RequestChannel {
  return Object.hasOwn(ACCESS, name);
}

/** True for a name of the Events map. */
export function isEventChannel(name: string): name is EventChannel {
  return Object.hasOwn(EVENT_TABLE, name);
}
