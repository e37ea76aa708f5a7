import type { ProbedDevice } from '@contract/models/probe.ts';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, text } from '../xml/xml-values.ts';

const schema = element({
  deviceName: text,
  model: text,
  serialNumber: text,
  firmwareVersion: text,
  deviceType: text,
}).transform((info) => ({
  name: info.deviceName,
  model: info.model,
  serial: info.serialNumber,
  firmware: info.firmwareVersion,
  type: info.deviceType,
}));

/** Body of Hikvision ISAPI `GET /ISAPI/System/deviceInfo`. */
export function parseDeviceInfo(body: string): Result<ProbedDevice, IsapiError> {
  return parseBody(body, 'DeviceInfo', schema);
}
