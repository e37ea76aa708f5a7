import { parseCapabilities } from '../../isapi/endpoints/parse-capabilities.ts';
import { parseSystemTime } from '../../isapi/endpoints/parse-system-time.ts';
import type { HttpClient } from '../../isapi/http/http-client.ts';
import type { IsapiError } from '../../isapi/isapi-error.ts';
import { DeviceClock } from './device-clock.ts';
import type { RecorderFacts } from './event-of-alert.ts';
import { isAboutDevice } from './session-aftermath.ts';

/** What has to be known of a recorder to understand its events, asked once: its clock, and how many channels come before its IP cameras. */
export class RecorderFactsBook implements RecorderFacts {
  readonly clock = new DeviceClock();
  readonly #channels: () => readonly number[];
  #analogInputs: number | null = null;
  #isAsked = false;

  constructor(channels: () => readonly number[]) {
    this.#channels = channels;
  }

  get channels(): readonly number[] {
    return this.#channels();
  }

  get analogInputs(): number | null {
    return this.#analogInputs;
  }

  /** Asks what is not known yet. What a recorder does not tell stays unknown; gives back why nothing can be asked of it at all. */
  async learn(client: HttpClient, signal: AbortSignal): Promise<IsapiError | null> {
    if (this.#isAsked) return null;
    const time = await client.get('/ISAPI/System/time', parseSystemTime, signal);
    if (!time.ok && isAboutDevice(time.error)) return time.error;
    if (time.ok) this.clock.note(time.value.localTime);
    const able = await client.get('/ISAPI/System/capabilities', parseCapabilities, signal);
    if (!able.ok && isAboutDevice(able.error)) return able.error;
    // A network recorder may not name the inputs that it does not have.
    if (able.ok)
      this.#analogInputs = able.value.analogInputs ?? (able.value.ipInputs === null ? null : 0);
    this.#isAsked = true;
    return null;
  }
}
