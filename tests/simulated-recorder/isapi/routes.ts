import type { RecorderProfile } from '../profiles.ts';
import type { RecorderState } from '../recorder-state.ts';
import * as channels from './channel-bodies.ts';
import { adminAccesses, capabilities, deviceInfo, type RecorderPorts } from './device-bodies.ts';
import { storage, systemStatus, systemTime } from './health-bodies.ts';
import { loginAccepted } from './status-bodies.ts';

/** Makes the body of one call; null: this recorder answers "notSupport". */
export type Route = (state: RecorderState, ports: RecorderPorts) => string | null;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /ISAPI/Security/userCheck': () => loginAccepted(),
  'GET /ISAPI/Security/adminAccesses': (state, ports) =>
    adminAccesses(ports, state.profile.isHttps),
  'GET /ISAPI/System/deviceInfo': deviceInfo,
  'GET /ISAPI/System/capabilities': capabilities,
  'GET /ISAPI/System/time': systemTime,
  'GET /ISAPI/System/status': systemStatus,
  'GET /ISAPI/ContentMgmt/Storage': storage,
  'GET /ISAPI/ContentMgmt/InputProxy/channels': channels.inputProxyChannels,
  'GET /ISAPI/ContentMgmt/InputProxy/channels/status': channels.inputProxyStatus,
  'GET /ISAPI/Streaming/channels': channels.streamingChannels,
};

/** A pure network recorder does not know this one. */
const ANALOG_ROUTES: Readonly<Record<string, Route>> = {
  'GET /ISAPI/System/Video/inputs/channels': channels.videoInputs,
};

/** The call's answer, or undefined where the recorder answers "notSupport". */
export function routeFor(
  method: string,
  path: string,
  { analogInputs }: RecorderProfile,
): Route | undefined {
  const name = `${method} ${path}`;
  return ROUTES[name] ?? (analogInputs > 0 ? ANALOG_ROUTES[name] : undefined);
}
