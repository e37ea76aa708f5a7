import { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';

/** A go2rtc that only remembers which source each stream has. */
export class RememberedStreams extends Go2rtcClient {
  readonly sources = new Map<string, string>();

  constructor() {
    super(1, 'token');
  }

  override async putStream(name: string, source: string): Promise<void> {
    this.sources.set(name, source);
  }

  override async streamNames(): Promise<string[]> {
    return [...this.sources.keys()];
  }

  override async deleteStream(name: string): Promise<void> {
    this.sources.delete(name);
  }
}
