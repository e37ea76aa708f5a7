import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { isPresent, type CameraTrouble, type TileHealth } from '../../../store/tile-store.ts';

/** What the list says about a camera, and what that means for the one who looks at it. */
export interface CameraState {
  /** `off`: nobody wants its picture; `unknown`: nobody has looked. */
  tone: 'good' | 'busy' | 'unknown' | 'problem' | 'off';
  text: string;
  hint: string;
}

const { states } = text.cameras;
const state = (
  tone: CameraState['tone'],
  said: Pick<CameraState, 'text' | 'hint'>,
): CameraState => ({ tone, ...said });

const DISABLED = state('off', states.disabled);
const NVR_DISABLED = state('off', states.nvrDisabled);
const GONE = state('problem', states.gone);
const UNREACHABLE = state('problem', states.unreachable);
const REFUSED = state('problem', states.refused);
const LOCKED = state('problem', states.locked);
const CERTIFICATE_CHANGED = state('problem', states.certificateChanged);
const NO_PASSWORD = state('problem', states.noPassword);
const CHECKING = state('busy', states.checking);
const CHECKING_AGAIN = state('problem', states.checkingAgain);
const KEYCHAIN_SHUT = state('problem', states.keychainShut);
const LIVE = state('good', states.live);
const DAMAGED = state('problem', states.damaged);
const STARTING = state('busy', states.starting);
const NOT_LIVE = state('problem', states.notLive);
const SEEN_BROKEN = state('problem', states.seenBroken);
const LEFT_OUT = state('unknown', states.leftOut);
const NOT_CHECKED = state('unknown', states.notChecked);

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
