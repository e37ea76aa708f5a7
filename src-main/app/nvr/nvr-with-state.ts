import type { Nvr, NvrWithLogin, RecorderState } from '@contract/models/nvr.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';

/** Of a recorder that is not looked after yet. */
const UNKNOWN: Omit<RecorderState, 'id'> = {
  ...{ login: { state: 'checking' }, sinceMs: null, isAnswering: true },
};

/** An NVR as it is stored, with how its recorder is now. */
export function withState(nvr: Nvr, recorders: Pick<RecorderRegistry, 'get'>): NvrWithLogin {
  return { ...UNKNOWN, ...nvr, ...recorders.get(nvr.id)?.state };
}
