import { NAME_MAX_CHARS } from '@contract/models/recorder-entries.ts';
import type { ProbedDevice } from '@contract/models/probe.ts';

/** What to call a recorder that nobody has named yet. */
export function proposedName(device: ProbedDevice, host: string): string {
  const known = [device.name, device.model, host].map((text) => usableName(text ?? ''));
  return known.find((text) => text !== '') ?? '';
}

/** A name from a device as the app can keep it: no control characters, and cut where it is too long. */
export function usableName(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  let kept = '';
  for (const character of plain) {
    if (kept.length + character.length > NAME_MAX_CHARS) break;
    kept += character;
  }
  return kept.trim();
}
