import type { Kysely } from 'kysely';
import type { LoginDoor } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { listCameraRows } from '../db/repositories/camera-repository.ts';
import type { Schema } from '../db/schema.ts';
import { fillPath } from '../domain/path-secret.ts';
import { parseStreamName, streamName } from '../domain/stream-name.ts';
import { askUnsigned } from './ask-unsigned.ts';
import type { DeviceSigns } from './refused-login.ts';
import { checkRtspLogin, type RtspDescriber, type RtspLogin } from './rtsp-login.ts';
import type { LoginVerdict, LoginVerifier } from './verify-login.ts';

/** What a login that was refused is looked into with. */
export interface SecondLook {
  /** Asks the web server alone: one failed login at most, none when the login is good. Null: it tells nothing. */
  web: (nvr: Nvr, password: string, signal: AbortSignal) => Promise<LoginVerdict | null>;
  /** Logs in once over RTSP, for another stream than this one if there is any. */
  rtsp: (
    nvr: Nvr,
    password: string,
    otherThan: string | null,
    signal: AbortSignal,
  ) => Promise<{ state: RtspLogin; stream: string | null }>;
  /** What the device shows to somebody who sends no login: that is free. */
  look: (nvr: Nvr, door: LoginDoor, signal: AbortSignal) => Promise<DeviceSigns>;
}

/** Learns nothing, so that what was refused stays refused. */
export const BLIND: SecondLook = {
  web: () => Promise.resolve(null),
  rtsp: () => Promise.resolve({ state: 'unreachable', stream: null }),
  look: () => Promise.resolve({ isThere: false, identity: '', triesLeft: null, isLocked: null }),
};

/** The look at real recorders. */
export function secondLook(
  db: Kysely<Schema>,
  verifier: LoginVerifier,
  gateway: RtspDescriber,
): SecondLook {
  const pathOf = async (nvrId: number, otherThan: string | null): Promise<OneStream | null> => {
    const avoided = otherThan === null ? null : parseStreamName(otherThan);
    const cameras = await listCameraRows(db, nvrId);
    const other = cameras.find(({ channel }) => channel !== avoided?.channel) ?? cameras[0];
    if (other === undefined) return null;
    return { path: other.main_path, stream: streamName(nvrId, other.channel, 'main') };
  };
  return {
    web: (nvr, password, signal) => verifier.verifyByWeb(nvr, password, signal),
    rtsp: async (nvr, password, otherThan, signal) => {
      const chosen = await pathOf(nvr.id, otherThan);
      if (chosen === null) return { state: 'unreachable', stream: null };
      const { path, stream } = chosen;
      return {
        state: await checkRtspLogin(
          gateway,
          { ...nvr, password },
          fillPath(path, password),
          signal,
        ),
        stream,
      };
    },
    look: async (nvr, door, signal) => {
      const path = (await pathOf(nvr.id, null))?.path ?? '/';
      return askUnsigned(gateway, nvr, { door, path }, signal);
    },
  };
}

interface OneStream {
  path: string;
  stream: string;
}
