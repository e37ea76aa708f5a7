import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, listOf, text, wholeNumber } from '../xml/xml-values.ts';

/** A disk in a recorder's list, ghosts included: rows of bays that hold none. */
export interface ListedDisk {
  readonly id: number | null;
  readonly name: string | null;
  /** The device's own word, in lower case: "ok", "error", "notexist", "unformatted", "smartfailed". */
  readonly status: string | null;
  readonly capacityMb: number | null;
  /** 0 is usual: the oldest recordings are overwritten. */
  readonly freeMb: number | null;
}

const disk = element({
  id: wholeNumber,
  hddName: text,
  nasName: text,
  status: text,
  capacity: wholeNumber,
  freeSpace: wholeNumber,
}).transform(({ id, hddName, nasName, status, capacity, freeSpace }): ListedDisk => ({
  ...{ id, name: hddName ?? nasName, status: status?.toLowerCase() ?? null },
  ...{ capacityMb: capacity, freeMb: freeSpace },
}));
const schema = element({
  hddList: element({ hdd: listOf(disk) }),
  nasList: element({ nas: listOf(disk) }),
}).transform(({ hddList, nasList }) => [...hddList.hdd, ...nasList.nas]);

/** Body of Hikvision ISAPI `GET /ISAPI/ContentMgmt/Storage`. */
export function parseStorage(body: string): Result<ListedDisk[], IsapiError> {
  return parseBody(body, 'storage', schema);
}
