import type { RecorderState } from '../recorder-state.ts';
import { ISAPI_ROOT, toXml } from './xml.ts';

/** Ports as the recorder itself knows them. */
export interface RecorderPorts {
  readonly rtspPort: number;
  readonly httpPort: number;
}

/** Body of `GET /ISAPI/System/deviceInfo`; the serial number holds a slash, as real ones do. */
export function deviceInfo(state: RecorderState): string {
  return toXml({
    DeviceInfo: {
      ...ISAPI_ROOT,
      deviceName: state.deviceName,
      deviceID: '00000000-0000-0000-0000-000000000001',
      model: 'SIM-7616NI/16P',
      serialNumber: 'SIM-7616NI/16P0000000001',
      macAddress: '02:00:00:00:00:01',
      firmwareVersion: 'V4.30.097',
      firmwareReleasedDate: 'build 200101',
      deviceType: 'NVR',
    },
  });
}

/** Body of `GET /ISAPI/System/capabilities`: no analog inputs, one proxy input for each camera slot. */
export function capabilities(state: RecorderState): string {
  return toXml({
    DeviceCap: {
      ...ISAPI_ROOT,
      SysCap: { VideoCap: { videoInputPortNums: 0 } },
      RacmCap: { inputProxyNums: state.slots, isSupportZeroChan: false },
    },
  });
}

/** Body of `GET /ISAPI/Security/adminAccesses`: where the recorder's other doors are. */
export function adminAccesses({ rtspPort, httpPort }: RecorderPorts): string {
  const protocols = [
    { id: 1, enabled: true, protocol: 'HTTP', portNo: httpPort },
    { id: 2, enabled: true, protocol: 'RTSP', portNo: rtspPort },
    { id: 3, enabled: false, protocol: 'HTTPS', portNo: 443 },
    { id: 4, enabled: false, protocol: 'DEV_MANAGE', portNo: 8000 },
  ];
  return toXml({ AdminAccessProtocolList: { ...ISAPI_ROOT, AdminAccessProtocol: protocols } });
}
