import { Emitter } from '../../src-main/app/lifecycle/emitter.ts';
import type { DialAuthority, RtspGateway } from '../../src-main/app/rtsp/rtsp-gateway.ts';

/** The gateway as the streams see it, without a process: dials are made by calling `authority`. */
export class RecordedGateway implements Pick<
  RtspGateway,
  'authority' | 'news' | 'replaced' | 'addressOf' | 'end'
> {
  authority: DialAuthority | null = null;
  readonly news: RtspGateway['news'] = new Emitter();
  readonly replaced: RtspGateway['replaced'] = new Emitter();
  readonly ended: string[] = [];

  addressOf(lease: string): string {
    return `rtsp://127.0.0.1:1/${lease}`;
  }

  end(leases: readonly string[]): void {
    this.ended.push(...leases);
  }
}
