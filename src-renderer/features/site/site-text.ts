import { clockTime } from '../../model/clock-time.ts';
import type { Backup } from '@contract/models/site.ts';

const REASONS: Record<Backup['reason'], string> = {
  nightly: 'Nightly',
  manual: 'By hand',
  'before-restore': 'Before a restore',
};

/** Why a backup was made. */
export function reasonText(reason: Backup['reason']): string {
  return REASONS[reason];
}

/** "3 NVRs and 48 cameras". */
export function siteSizeText({ nvrs, cameras }: { nvrs: number; cameras: number }): string {
  return `${counted(nvrs, 'NVR')} and ${counted(cameras, 'camera')}`;
}

/** "1 NVR", "2 NVRs". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** When something was, as people say it in a sentence: "today 14:05", "yesterday 03:00", "Fri 20 Nov 03:00". */
export function whenText(atMs: number, nowMs: number): string {
  const [at, now] = [new Date(atMs), new Date(nowMs)];
  const clock = clockTime(atMs);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (isSameDay(at, now)) return `today ${clock}`;
  if (isSameDay(at, yesterday)) return `yesterday ${clock}`;
  const isThisYear = at.getFullYear() === now.getFullYear();
  const day = at.toLocaleDateString('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short' },
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return `${day.replace(',', '')} ${clock}`;
}

/** The same where a line begins. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
