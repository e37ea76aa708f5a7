import { RtspDoor } from './rtsp-door.ts';

/** The RTSP servers of all recorders. */
export class RtspDoors {
  readonly #doors = new Map<number, RtspDoor>();

  of(nvrId: number): RtspDoor {
    const door = this.#doors.get(nvrId) ?? new RtspDoor();
    this.#doors.set(nvrId, door);
    return door;
  }

  /** The next one begins without knowledge, and what is still reported to this one counts no more. */
  forget(nvrId: number): void {
    this.#doors.get(nvrId)?.end();
    this.#doors.delete(nvrId);
  }
}
