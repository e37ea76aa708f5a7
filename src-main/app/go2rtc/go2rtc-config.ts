/** The environment variable that carries the token; go2rtc replaces ${NAME} in a config file only. */
export const TOKEN_VARIABLE = 'OPUS_GO2RTC_TOKEN';
/** The user half of go2rtc's Basic authentication. */
export const API_USER = 'opus';

/**
 * The whole configuration as text. JSON is valid YAML. It holds no secret, so it may lie on disk:
 * streams come over the API and stay in memory, the token comes from the environment.
 */
export function renderGo2rtcConfig(apiPort: number): string {
  const config = {
    // Nothing else is even loaded: no exec, ffmpeg or echo sources that could run programs.
    app: { modules: ['api', 'ws', 'rtsp', 'mp4', 'webrtc'] },
    api: {
      listen: `127.0.0.1:${apiPort}`,
      username: API_USER,
      password: `\${${TOKEN_VARIABLE}}`,
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
