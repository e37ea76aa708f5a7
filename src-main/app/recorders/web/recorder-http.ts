import type { Nvr } from '@contract/models/nvr.ts';
import { HttpClient } from '../../isapi/http/http-client.ts';

/** Whose login it is, and where it is good. */
type WebLogin = Pick<Nvr, 'host' | 'httpPort' | 'isHttps' | 'fingerprint' | 'username'>;

/** A closed web door costs each call its time-out where a firewall swallows packets, so it is left alone for so long. */
const SHUT_DOOR_MS = 5 * 60 * 1000;

/**
 * A recorder's one HTTP client, for its login checks and for everything else that is asked of its web server: they share the nonce, the two
 * calls at a time that it bears, and the memory of a refusal. Another address, user or password is another client.
 */
export class RecorderHttp {
  #known: { key: string; client: HttpClient } | null = null;
  /** A web server that did not help although the login was good, and until when it is left alone (performance.now()). */
  #shut: { address: string; untilMs: number } | null = null;

  /** For a question beside the login check: where the login was refused, nothing is sent. */
  client(nvr: WebLogin, password: string): HttpClient {
    const key = keyOf(nvr, password);
    if (this.#known?.key !== key) this.#known = { key, client: clientOf(nvr, password) };
    return this.#known.client;
  }

  /** For whoever begins with a login check and knows that it may be tried: what was refused before is asked anew. */
  clientForCheck(nvr: WebLogin, password: string): HttpClient {
    if (this.#known?.client.hasEnded === true) this.#known = null;
    return this.client(nvr, password);
  }

  /** Nothing that can wait is asked there for some minutes; RTSP has accepted the login. */
  noteShut(nvr: WebLogin): void {
    this.#shut = { address: addressOf(nvr), untilMs: performance.now() + SHUT_DOOR_MS };
  }

  noteOpen(): void {
    this.#shut = null;
  }

  /** For how long it is still left alone, in ms. */
  shutForMs(nvr: WebLogin): number {
    if (this.#shut?.address !== addressOf(nvr)) return 0;
    return Math.max(0, this.#shut.untilMs - performance.now());
  }
}

function addressOf({ host, httpPort }: WebLogin): string {
  return `${host} ${httpPort}`;
}

function keyOf({ host, httpPort, isHttps, fingerprint, username }: WebLogin, password: string) {
  return JSON.stringify([host, httpPort, isHttps, fingerprint, username, password]);
}

function clientOf(nvr: WebLogin, password: string): HttpClient {
  const { host, httpPort: port, isHttps, fingerprint: pinnedFingerprint, username } = nvr;
  return new HttpClient(
    { host, port, isHttps, username, password },
    { trust: { pinnedFingerprint, canTrustFirstUse: false } },
  );
}
