import type { RecorderState } from '../recorder-state.ts';
import { ISAPI_ROOT, toXml } from './xml.ts';

/** Body of `GET /ISAPI/System/time`. */
export function systemTime({ health }: RecorderState): string {
  const { mode: timeMode, localTime, timeZone } = health.clock;
  return toXml({
    Time: { ...ISAPI_ROOT, timeMode, localTime, ...(timeZone === null ? {} : { timeZone }) },
  });
}

/** Body of `GET /ISAPI/System/status`; null: not supported. */
export function systemStatus({ health: { status } }: RecorderState): string | null {
  if (status === null) return null;
  const { cpuPercent, memoryUsedMb, memoryFreeMb } = status;
  return toXml({
    DeviceStatus: {
      ...ISAPI_ROOT,
      deviceUpTime: 86_400,
      CPUList: { CPU: [{ cpuDescription: '', cpuUtilization: cpuPercent }] },
      MemoryList: {
        Memory: [
          {
            memoryDescription: 'DDR Memory',
            memoryUsage: memoryUsedMb.toFixed(2),
            memoryAvailable: memoryFreeMb.toFixed(2),
          },
        ],
      },
    },
  });
}

/** Body of `GET /ISAPI/ContentMgmt/Storage`; null: not supported. */
export function storage({ health: { disks } }: RecorderState): string | null {
  if (disks === null) return null;
  const hdd = disks.map(({ id, name, status, capacityMb, freeMb }) => ({
    ...{ id, hddName: name, hddPath: '', hddType: 'SATA', status },
    ...{ capacity: capacityMb, freeSpace: freeMb, property: 'RW' },
  }));
  return toXml({ storage: { ...ISAPI_ROOT, hddList: { '@_size': hdd.length, hdd }, nasList: '' } });
}
