import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, listOf, text, wholeNumber } from '../xml/xml-values.ts';

/** How busy a device is; null where it does not say. */
export interface SystemStatus {
  /** Of the busiest processor. */
  readonly cpuPercent: number | null;
  readonly memoryPercent: number | null;
  readonly upSeconds: number | null;
}

const FULL = 100;

/** "37", "512.5"; a share or an amount is not always whole. */
const amount = text.transform((told) => {
  const value = told !== null && /^\d{1,9}(?:\.\d{1,9})?$/.test(told) ? Number(told) : null;
  return value;
});
const schema = element({
  deviceUpTime: wholeNumber,
  CPUList: element({ CPU: listOf(element({ cpuUtilization: amount })) }),
  MemoryList: element({
    Memory: listOf(element({ memoryUsage: amount, memoryAvailable: amount })),
  }),
}).transform(({ deviceUpTime, CPUList, MemoryList }): SystemStatus => {
  const cpus = CPUList.CPU.map(({ cpuUtilization }) => cpuUtilization).filter(isShare);
  const [memory] = MemoryList.Memory;
  return {
    cpuPercent: cpus.length === 0 ? null : Math.round(Math.max(...cpus)),
    memoryPercent: shareOf(memory?.memoryUsage ?? null, memory?.memoryAvailable ?? null),
    upSeconds: deviceUpTime,
  };
});

/** Body of Hikvision ISAPI `GET /ISAPI/System/status`. */
export function parseSystemStatus(body: string): Result<SystemStatus, IsapiError> {
  return parseBody(body, 'DeviceStatus', schema);
}

function isShare(value: number | null): value is number {
  return value !== null && value <= FULL;
}

/** Used and left in the same unit, whichever that is; some tell a percentage and nothing else. */
function shareOf(used: number | null, left: number | null): number | null {
  if (used === null) return null;
  if (left === null) return isShare(used) ? Math.round(used) : null;
  return used + left === 0 ? null : Math.round((used / (used + left)) * FULL);
}
