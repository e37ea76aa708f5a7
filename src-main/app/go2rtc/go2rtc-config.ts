/** The user half of go2rtc's Basic authentication. */
export const API_USER = 'opus';

/**
 * The whole configuration as text. JSON is valid YAML. It holds this launch's token, so its file goes as soon as go2rtc has read
 * it: the environment, where other processes of the user could read it, would keep it. Streams come over the API and stay in memory.
 */
export function renderGo2rtcConfig(apiPort: number, token: string): string {
  const config = {
    // Nothing else is even loaded: no exec, ffmpeg or echo sources that could run programs.
    app: { modules: ['api', 'ws', 'rtsp', 'mp4', 'webrtc'] },
    api: {
      listen: `127.0.0.1:${apiPort}`,
      username: API_USER,
      password: token,
      // Without it loopback callers need no password.
      local_auth: true,
      allow_paths: ['/api', '/api/ws', '/api/streams', '/api/stream.mp4'],
    },
    rtsp: { listen: '' },
    webrtc: { listen: '' },
    log: { format: 'text', level: 'info' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
