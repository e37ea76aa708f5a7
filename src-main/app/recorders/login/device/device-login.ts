import type { Kysely } from 'kysely';
import type { LoginDoor } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { findFirstPath, listCameraRows } from '../../../db/repositories/camera-repository.ts';
import type { Schema } from '../../../db/schema.ts';
import { fillPath } from '../../../domain/path-secret.ts';
import { hikvisionPath } from '../../../domain/rtsp-url.ts';
import { parseStreamName, streamName } from '../../../domain/stream-name.ts';
import { checkLogin } from '../../../isapi/endpoints/user-check.ts';
import type { CallPatience } from '../../../isapi/http/http-call.ts';
import type { RecorderHttp } from '../../web/recorder-http.ts';
import { askUnsigned } from './ask-unsigned.ts';
import type { LoginQuestions } from './login-questions.ts';
import { verdictOf, type LoginVerdict } from './login-verdict.ts';
import type { DeviceSigns } from '../gate/refused-login.ts';
import { checkRtspLogin, type RtspDescriber, type RtspLogin } from './rtsp-login.ts';

/** Streams wait for it. */
const PATIENCE: CallPatience = { timeoutMs: 5_000, busyDelaysMs: [] };

/** What the questions are made of. */
export interface DeviceLoginOptions {
  db: Kysely<Schema>;
  gateway: RtspDescriber;
  /** The recorder as it is configured now. */
  nvr: () => Nvr;
  http: RecorderHttp;
}

interface OneStream {
  path: string;
  stream: string;
}

/**
 * Asks one recorder about its login. Whether it takes the password is found out with at most one failed login: by ISAPI userCheck, which
 * also tells a lock without a try, else by one RTSP login. Only Hikvision-compatible recorders are asked by ISAPI. A camera without a
 * login is not asked at all.
 */
export class DeviceLogin implements LoginQuestions {
  readonly #options: DeviceLoginOptions;

  constructor(options: DeviceLoginOptions) {
    this.#options = options;
  }

  async verify(password: string, signal: AbortSignal): Promise<LoginVerdict> {
    const { db, http, nvr: current } = this.#options;
    const nvr = current();
    if (nvr.username === '') return { state: 'accepted' };
    const path = (await findFirstPath(db, nvr.id)) ?? hikvisionPath(1, 'main');
    const isDoorTried = this.#isDoorOpen(nvr);
    const verdict = await this.#askWeb(nvr, password, signal);
    if (verdict !== null) return verdict;
    const state = await this.#describe(nvr, path, password, signal);
    if (state !== 'accepted') http.noteOpen();
    else if (isDoorTried) http.noteShut(nvr);
    return state === 'refused' ? { state, door: 'rtsp', triesLeft: null } : { state };
  }

  web(password: string, signal: AbortSignal): Promise<LoginVerdict | null> {
    return this.#askWeb(this.#options.nvr(), password, signal);
  }

  async rtsp(
    password: string,
    otherThan: string | null,
    signal: AbortSignal,
  ): Promise<{ state: RtspLogin; stream: string | null }> {
    const nvr = this.#options.nvr();
    const chosen = await this.#streamOf(nvr, otherThan);
    if (chosen === null) return { state: 'unreachable', stream: null };
    const { path, stream } = chosen;
    return { state: await this.#describe(nvr, path, password, signal), stream };
  }

  async look(door: LoginDoor, signal: AbortSignal): Promise<DeviceSigns> {
    const nvr = this.#options.nvr();
    const path = (await this.#streamOf(nvr, null))?.path ?? '/';
    return askUnsigned(this.#options.gateway, nvr, { door, path }, signal);
  }

  /** Only where there is a web server that knows such a question. */
  async #askWeb(nvr: Nvr, password: string, signal: AbortSignal): Promise<LoginVerdict | null> {
    if (!this.#isDoorOpen(nvr)) return null;
    const client = this.#options.http.clientForCheck(nvr, password);
    return verdictOf(await checkLogin(client, signal, PATIENCE));
  }

  #describe(nvr: Nvr, path: string, password: string, signal: AbortSignal): Promise<RtspLogin> {
    const target = { ...nvr, password };
    return checkRtspLogin(this.#options.gateway, target, fillPath(path, password), signal);
  }

  async #streamOf(nvr: Nvr, otherThan: string | null): Promise<OneStream | null> {
    const avoided = otherThan === null ? null : parseStreamName(otherThan);
    const cameras = await listCameraRows(this.#options.db, nvr.id);
    const other = cameras.find(({ channel }) => channel !== avoided?.channel) ?? cameras[0];
    if (other === undefined) return null;
    return { path: other.main_path, stream: streamName(nvr.id, other.channel, 'main') };
  }

  #isDoorOpen(nvr: Nvr): boolean {
    if (nvr.layout.kind !== 'hikvision' || nvr.username === '') return false;
    return this.#options.http.shutForMs(nvr) === 0;
  }
}
