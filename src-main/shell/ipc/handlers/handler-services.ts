import type { AppInfo } from '@contract/models/app-info.ts';
import type { AdminLock } from '../../../app/admin/admin-lock.ts';
import type { CameraService } from '../../../app/cameras/camera-service.ts';
import type { ClipService } from '../../../app/clips/clip-service.ts';
import type { Go2rtcSupervisor } from '../../../app/go2rtc/go2rtc-supervisor.ts';
import type { PageErrors } from '../../../app/logging/page-errors.ts';
import type { NvrEditor } from '../../../app/nvr/nvr-editor.ts';
import type { NvrProbeService } from '../../../app/nvr/nvr-probe-service.ts';
import type { NvrRemoval } from '../../../app/nvr/nvr-removal.ts';
import type { NvrService } from '../../../app/nvr/nvr-service.ts';
import type { SingleCameras } from '../../../app/nvr/single-cameras.ts';
import type { SecretsMonitor } from '../../../app/secrets/secrets-monitor.ts';
import type { BackupService } from '../../../app/site/backups/backup-service.ts';
import type { SiteTransfer } from '../../../app/site/site-transfer.ts';
import type { StreamService } from '../../../app/streams/stream-service.ts';
import type { SyncService } from '../../../app/sync/sync-service.ts';
import type { UndoLog } from '../../../app/undo/undo-log.ts';
import type { Preferences } from '../../preferences.ts';
import type { SavedFiles } from '../../saved-files.ts';

/** The services requests are answered from. */
export interface HandlerServices {
  info: AppInfo;
  nvrs: NvrService;
  editor: NvrEditor;
  removal: NvrRemoval;
  singles: SingleCameras;
  cameras: CameraService;
  probes: NvrProbeService;
  sync: SyncService;
  go2rtc: Go2rtcSupervisor;
  streams: StreamService;
  secrets: SecretsMonitor;
  admin: AdminLock;
  undo: UndoLog;
  transfer: SiteTransfer;
  backups: BackupService;
  files: SavedFiles;
  clips: ClipService;
  preferences: Pick<Preferences, 'view'>;
  pageErrors: PageErrors;
}
