import type { PlayerEnvironment } from '../player-environment.ts';
import type { StreamRef } from '../player-types.ts';

/** What a connection reports; after `close()` nothing is reported any more. */
export interface Go2rtcSocketHandlers {
  onMime(mime: string): void;
  onMedia(bytes: ArrayBuffer): void;
  onError(text: string): void;
  /** The other side ended it, or it never came up. */
  onClosed(wasOpen: boolean): void;
}

/**
 * One connection to go2rtc's `/api/ws?src=NAME`. Protocol (its `internal/mp4/ws.go`): we send `{type:'mse', value:
 * codecs}`, it answers `{type:'mse', value: mime}` and then binary fMP4, or `{type:'error', value: 'mse: …'}`.
 */
export class Go2rtcSocket {
  readonly #handlers: Go2rtcSocketHandlers;
  readonly #listening = new AbortController();
  readonly #leaveGate: () => void;
  #socket: WebSocket | null = null;
  #isOpen = false;

  constructor(
    connection: StreamRef & { codecs: string },
    environment: Pick<PlayerEnvironment, 'createSocket' | 'gate'>,
    handlers: Go2rtcSocketHandlers,
  ) {
    this.#handlers = handlers;
    this.#leaveGate = environment.gate.enter(connection.recorder, () => {
      this.#listen(environment.createSocket(connection.url), connection.codecs);
    });
  }

  /** Whether the handshake with go2rtc itself succeeded. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  close(): void {
    this.#listening.abort();
    this.#leaveGate();
    this.#socket?.close();
  }

  #listen(socket: WebSocket, codecs: string): void {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    const { signal } = this.#listening;
    socket.addEventListener('open', () => this.#requestMse(socket, codecs), { signal });
    socket.addEventListener('message', ({ data }) => this.#receive(data), { signal });
    // `error` is always followed by `close`, which is where it is reported.
    socket.addEventListener('close', () => this.#onClose(), { signal });
  }

  #requestMse(socket: WebSocket, codecs: string): void {
    this.#isOpen = true;
    this.#leaveGate();
    socket.send(JSON.stringify({ type: 'mse', value: codecs }));
  }

  #onClose(): void {
    this.#leaveGate();
    this.#handlers.onClosed(this.#isOpen);
  }

  #receive(data: unknown): void {
    if (data instanceof ArrayBuffer) {
      this.#handlers.onMedia(data);
      return;
    }
    const message = parseMessage(data);
    if (message?.type === 'mse') this.#handlers.onMime(message.value);
    if (message?.type === 'error') this.#handlers.onError(message.value);
  }
}

function parseMessage(data: unknown): { type: string; value: string } | null {
  if (typeof data !== 'string') return null;
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null) return null;
    if (!('type' in message) || !('value' in message)) return null;
    const { type, value } = message;
    return typeof type === 'string' && typeof value === 'string' ? { type, value } : null;
  } catch {
    // Not JSON, so not go2rtc's: a missing answer is reported by the first-frame timeout.
    return null;
  }
}
