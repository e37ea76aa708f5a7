import type { RecorderProfile } from '../profiles.ts';
import type { RecorderState } from '../recorder-state.ts';
import * as channels from './channel-bodies.ts';
import {
  adminAccesses,
  capabilities,
  deviceInfo,
  type RecorderPorts,
  systemTime,
} from './device-bodies.ts';
import { loginAccepted } from './status-bodies.ts';

/** Makes the body of one call. */
export type Route = (state: RecorderState, ports: RecorderPorts) => string;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /ISAPI/Security/userCheck': () => loginAccepted(),
  'GET /ISAPI/Security/adminAccesses': (state, ports) =>
    adminAccesses(ports, state.profile.isHttps),
  'GET /ISAPI/System/deviceInfo': deviceInfo,
  'GET /ISAPI/System/capabilities': capabilities,
  'GET /ISAPI/System/time': systemTime,
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
