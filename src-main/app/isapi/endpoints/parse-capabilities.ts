import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, wholeNumber } from '../xml/xml-values.ts';

/** How many cameras a device can hold; null where it does not say. */
export interface DeviceCapabilities {
  readonly analogInputs: number | null;
  readonly ipInputs: number | null;
}

const schema = element({
  SysCap: element({ VideoCap: element({ videoInputPortNums: wholeNumber }) }),
  RacmCap: element({ inputProxyNums: wholeNumber }),
}).transform(({ SysCap, RacmCap }) => ({
  analogInputs: SysCap.VideoCap.videoInputPortNums,
  ipInputs: RacmCap.inputProxyNums,
}));

/** Body of Hikvision ISAPI `GET /ISAPI/System/capabilities`. */
export function parseCapabilities(body: string): Result<DeviceCapabilities, IsapiError> {
  return parseBody(body, 'DeviceCap', schema);
}
