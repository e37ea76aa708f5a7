import { describe, expect, it } from 'vitest';
import { renderGo2rtcConfig } from '../../../../src-main/app/go2rtc/go2rtc-config.ts';

interface Config {
  app: { modules: string[] };
  api: Record<string, unknown> & { allow_paths: string[] };
  rtsp: { listen: string };
  webrtc: { listen: string };
}

const config = JSON.parse(renderGo2rtcConfig(40_123, 'abcdef')) as Config;

describe('the go2rtc config', () => {
  it('listens on loopback only, and nowhere else', () => {
    expect(config.api['listen']).toBe('127.0.0.1:40123');
    expect(config.rtsp.listen).toBe('');
    expect(config.webrtc.listen).toBe('');
  });

  it('asks loopback callers for the token too', () => {
    expect(config.api['local_auth']).toBe(true);
  });

  it('asks for the token of this launch', () => {
    expect(config.api['password']).toBe('abcdef');
  });

  it('loads no module that could run a program or open another port', () => {
    expect(config.app.modules).toEqual(['api', 'ws', 'rtsp', 'mp4', 'webrtc']);
  });

  it('opens neither the web page nor the config API', () => {
    expect(config.api.allow_paths).toEqual(['/api', '/api/ws', '/api/streams', '/api/stream.mp4']);
  });

  it('has nothing else in it', () => {
    expect(Object.keys(config).sort()).toEqual(['api', 'app', 'log', 'rtsp', 'webrtc']);
  });
});
