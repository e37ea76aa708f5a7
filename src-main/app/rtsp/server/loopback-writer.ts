import type { Socket } from 'node:net';

const DOLLAR = 0x24;
const HEAD_BYTES = 4;
/** An empty receiver report (RFC 3550, 6.4.2): tells go2rtc, which hangs up after 5 s without a byte, that the session is there. */
const LIFE_SIGN = Buffer.from([0x80, 0xc9, 0, 1, 0, 0, 0, 0]);

/** Writes packets to go2rtc, those of one tick together, and says when it takes no more for now. */
export class LoopbackWriter {
  readonly #socket: Socket;
  #isCorked = false;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** False: nothing more should be read from the device before `drain`. */
  packet(channel: number, payload: Buffer): boolean {
    if (!this.#socket.writable) return true;
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#socket.cork();
      process.nextTick(() => {
        this.#isCorked = false;
        this.#socket.uncork();
      });
    }
    const head = Buffer.allocUnsafe(HEAD_BYTES);
    head.writeUInt8(DOLLAR, 0);
    head.writeUInt8(channel, 1);
    head.writeUInt16BE(payload.length, 2);
    this.#socket.write(head);
    return this.#socket.write(payload);
  }

  /** On the RTCP channel of a track. */
  lifeSign(rtpChannel: number): void {
    if (!this.#socket.writableNeedDrain) this.packet(rtpChannel + 1, LIFE_SIGN);
  }
}
