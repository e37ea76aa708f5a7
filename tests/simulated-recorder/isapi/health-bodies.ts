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

/** Answers `POST /ISAPI/ContentMgmt/search`; null: a search without the parts that real ones insist on. */
export function search({ health }: RecorderState, body: string): string | null {
  const [, id] = /<searchID>([0-9A-F-]{36})<\/searchID>/i.exec(body) ?? [];
  const [, track] = /<trackID>(\d+)<\/trackID>/.exec(body) ?? [];
  const [, from] = /<startTime>([^<]+)<\/startTime>/.exec(body) ?? [];
  const [, to] = /<endTime>([^<]+)<\/endTime>/.exec(body) ?? [];
  if (id === undefined || track === undefined || from === undefined || to === undefined)
    return null;
  const { pieces, isMore } = health.find(Date.parse(from), Date.parse(to));
  const items = pieces.map(([startMs, endMs]) => ({
    trackID: track,
    timeSpan: { startTime: written(startMs), endTime: written(endMs) },
    mediaSegmentDescriptor: { contentType: 'video', codecType: 'H.264-BP' },
  }));
  const found = pieces.length === 0 ? 'NO MATCHES' : 'OK';
  return toXml({
    CMSearchResult: {
      ...ISAPI_ROOT,
      searchID: id,
      responseStatus: true,
      responseStatusStrg: isMore ? 'MORE' : found,
      numOfMatches: items.length,
      matchList: items.length === 0 ? ' ' : { searchMatchItem: items },
    },
  });
}

function written(digitsMs: number): string {
  return `${new Date(digitsMs).toISOString().slice(0, 19)}Z`;
}
