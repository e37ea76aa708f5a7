import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { TileHealth } from '../../store/tile-store.ts';

/** What the list says about a camera, and what that means for the one who looks at it. */
export interface CameraState {
  /** `off`: nobody wants its picture; `unknown`: nobody has looked. */
  tone: 'good' | 'busy' | 'unknown' | 'problem' | 'off';
  text: string;
  hint: string;
}

const state = (tone: CameraState['tone'], text: string, hint: string): CameraState => ({
  tone,
  text,
  hint,
});

const DISABLED = state('off', 'Disabled', 'It is not on the wall and is asked for nothing.');
const NVR_DISABLED = state('off', 'NVR disabled', 'None of this NVR’s cameras is on the wall.');
const GONE = state('problem', 'Not on the NVR', 'The NVR did not list it when it was last synced.');
const UNREACHABLE = state('problem', 'NVR offline', 'The NVR cannot be reached.');
const REFUSED = state('problem', 'Login refused', 'Enter the NVR’s password anew under NVRs.');
const LOCKED = state('problem', 'Account locked', 'The NVR locked it after failed logins.');
const CERTIFICATE_CHANGED = state(
  'problem',
  'Certificate changed',
  'Review the NVR’s certificate under NVRs.',
);
const NO_PASSWORD = state('problem', 'No password', 'Enter the NVR’s password anew under NVRs.');
const CHECKING = state('busy', 'Checking…', 'The NVR’s login is being checked.');
const LIVE = state('good', 'Live', 'Its picture is on the wall now.');
const STARTING = state('busy', 'Connecting…', 'Its tile is waiting for a picture.');
const NOT_LIVE = state('problem', 'Not live', 'Its tile on the wall says why.');
const LEFT_OUT = state(
  'unknown',
  'Not shown',
  'The page on screen has more cameras of its NVR than may be asked for. Choose a smaller grid.',
);
const NOT_CHECKED = state(
  'unknown',
  'Not checked',
  'Its NVR is well. Whether it has a picture shows while it is on screen.',
);

const BY_HEALTH: Record<TileHealth, CameraState> = {
  live: LIVE,
  late: LIVE,
  starting: STARTING,
  frozen: NOT_LIVE,
  problem: NOT_LIVE,
  'left-out': LEFT_OUT,
};

/** A camera's state by all that is known: itself, its recorder's login, and its tile if it is on screen. */
export function cameraState(
  camera: Camera,
  nvr: NvrWithLogin | undefined,
  health: TileHealth | undefined,
): CameraState {
  if (!camera.isEnabled) return DISABLED;
  if (nvr?.isEnabled === false) return NVR_DISABLED;
  switch (nvr?.login.state) {
    case undefined:
    case 'checking':
      return camera.isGone ? GONE : CHECKING;
    case 'unreachable':
      return UNREACHABLE;
    case 'refused':
      return REFUSED;
    case 'locked':
      return LOCKED;
    case 'no-password':
      return NO_PASSWORD;
    case 'certificate-changed':
      return CERTIFICATE_CHANGED;
    case 'accepted':
      if (camera.isGone) return GONE;
      return health === undefined ? NOT_CHECKED : BY_HEALTH[health];
  }
}
