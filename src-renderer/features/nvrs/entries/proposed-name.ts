import type { ProbedDevice } from '@contract/models/probe.ts';
import { usableName } from '@contract/models/usable-name.ts';

/** What to call a recorder that nobody has named yet. */
export function proposedName(device: ProbedDevice, host: string): string {
  const known = [device.name, device.model, host].map((text) => usableName(text ?? ''));
  return known.find((text) => text !== '') ?? '';
}
