import type { RecorderState } from '../recorder-state.ts';
import { ISAPI_ROOT, toXml } from './xml.ts';

/** Ports as the recorder itself knows them. */
export interface RecorderPorts {
  readonly rtspPort: number;
  /** HTTPS where the profile says so. */
  readonly httpPort: number;
}

/** Body of `GET /ISAPI/System/deviceInfo`. */
export function deviceInfo(state: RecorderState): string {
  return toXml({
    DeviceInfo: {
      ...ISAPI_ROOT,
      deviceName: state.deviceName,
      deviceID: '00000000-0000-0000-0000-000000000001',
      model: state.profile.model,
      serialNumber: state.serial,
      macAddress: '02:00:00:00:00:01',
      firmwareVersion: 'V4.30.097',
      firmwareReleasedDate: 'build 200101',
      deviceType: state.profile.deviceType,
    },
  });
}

/** Body of `GET /ISAPI/System/capabilities`: analog inputs and proxy inputs, empty slots included. */
export function capabilities(state: RecorderState): string {
  const { analogInputs } = state.profile;
  const proxyInputs = Math.max(0, state.slots - analogInputs);
  return toXml({
    DeviceCap: {
      ...ISAPI_ROOT,
      SysCap: { VideoCap: { videoInputPortNums: analogInputs } },
      RacmCap: { inputProxyNums: proxyInputs, isSupportZeroChan: false },
    },
  });
}

/** Body of `GET /ISAPI/Security/adminAccesses`: where the recorder's other doors are. */
export function adminAccesses({ rtspPort, httpPort }: RecorderPorts, isHttps = false): string {
  const protocols = [
    { id: 1, enabled: !isHttps, protocol: 'HTTP', portNo: isHttps ? 80 : httpPort },
    { id: 2, enabled: true, protocol: 'RTSP', portNo: rtspPort },
    { id: 3, enabled: isHttps, protocol: 'HTTPS', portNo: isHttps ? httpPort : 443 },
    { id: 4, enabled: false, protocol: 'DEV_MANAGE', portNo: 8000 },
  ];
  return toXml({ AdminAccessProtocolList: { ...ISAPI_ROOT, AdminAccessProtocol: protocols } });
}
