import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { isPresent, type CameraTrouble, type TileHealth } from '../../../store/tile-store.ts';

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
const CHECKING_AGAIN = state(
  'problem',
  'No picture',
  'The NVR’s login failed, and is being checked again.',
);
const KEYCHAIN_SHUT = state(
  'problem',
  'Keychain locked',
  'It holds the NVR’s password. Unlock it, then try again.',
);
const LIVE = state('good', 'Live', 'Its picture is on the wall now.');
const DAMAGED = state(
  'problem',
  'Damaged',
  'Its picture is on the wall, but smeared: the NVR or the network loses parts of it.',
);
const STARTING = state('busy', 'Connecting…', 'Its tile is waiting for a picture.');
const NOT_LIVE = state('problem', 'Not live', 'Its tile on the wall says why.');
const SEEN_BROKEN = state(
  'problem',
  'Was not live',
  'When its tile was on screen last it was not live. Its page shows how it is now.',
);
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
  damaged: DAMAGED,
  starting: STARTING,
  frozen: NOT_LIVE,
  problem: NOT_LIVE,
  'left-out': LEFT_OUT,
};

/** What is known of a camera beyond what is stored. */
export interface Seen {
  /** Its tile, if it is on screen. */
  health?: TileHealth | undefined;
  /** Its tile when it was on screen last, if it was broken then. */
  trouble?: CameraTrouble | undefined;
  isKeychainShut?: boolean;
}

/** A camera's state by all that is known: itself, its recorder's login, and its tile if it is or was on screen. */
export function cameraState(
  camera: Camera,
  nvr: NvrWithLogin | undefined,
  seen: Seen = {},
): CameraState {
  if (!camera.isEnabled) return DISABLED;
  if (nvr?.isEnabled === false) return NVR_DISABLED;
  switch (nvr?.login.state) {
    case undefined:
    case 'checking':
      if (seen.isKeychainShut === true) return KEYCHAIN_SHUT;
      if (nvr !== undefined && nvr.sinceMs !== null) return CHECKING_AGAIN;
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
      return ofAccepted(camera, nvr, seen);
  }
}

/** A picture on screen outweighs whatever was learnt otherwise. */
function ofAccepted(
  { isGone }: Camera,
  { isAnswering }: NvrWithLogin,
  { health, trouble }: Seen,
): CameraState {
  if (isGone) return GONE;
  if (!isAnswering && !isPresent(health)) return UNREACHABLE;
  if (health !== undefined && health !== 'starting') return BY_HEALTH[health];
  if (trouble !== undefined) return SEEN_BROKEN;
  return health === undefined ? NOT_CHECKED : BY_HEALTH[health];
}
