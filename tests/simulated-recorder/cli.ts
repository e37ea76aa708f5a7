import { createInterface } from 'node:readline';
import { misuse, readCommandLine } from '../../scripts/setup/command-line.mjs';
import { SetupError } from '../../scripts/setup/run.mjs';
import { fail } from '../../scripts/setup/step.mjs';
import { isClipKind } from './media/encodings.ts';
import { isProfileName, PROFILES } from './profiles.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from './simulated-recorder.ts';

const USAGE =
  'usage: node tests/simulated-recorder/cli.ts [--channels 16] [--rtsp-port N] [--http-port N]\n' +
  '         [--user demo] [--clips test|slow-keyframes|time-code] [--max-sessions N] [--name TEXT]\n' +
  `         [--profile ${Object.keys(PROFILES).join('|')}]\n` +
  'The password comes from SIM_RECORDER_PASSWORD or from the first line of stdin.\n' +
  'With --until-stdin-closes it ends with its input, so that it cannot outlive its parent.';

const { values } = readArguments();

function readArguments() {
  try {
    return readCommandLine(USAGE, {
      options: {
        channels: { type: 'string', default: '16' },
        'rtsp-port': { type: 'string' },
        'http-port': { type: 'string' },
        'max-sessions': { type: 'string' },
        user: { type: 'string', default: 'demo' },
        clips: { type: 'string', default: 'test' },
        name: { type: 'string' },
        profile: { type: 'string', default: 'nvr' },
        'until-stdin-closes': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    fail(error);
    process.exit();
  }
}

async function readPassword(): Promise<string> {
  const fromEnvironment = process.env['SIM_RECORDER_PASSWORD'] ?? '';
  if (fromEnvironment !== '') return fromEnvironment;
  const lines = createInterface({ input: process.stdin });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      if (!values['until-stdin-closes']) process.stdin.destroy();
      resolve(line);
    });
    lines.once('close', () => reject(new Error('No password was given')));
  });
}

function portsAndLimits(): Partial<
  Pick<SimulatedRecorderOptions, 'rtspPort' | 'httpPort' | 'maxSessions'>
> {
  const { 'rtsp-port': rtsp, 'http-port': http, 'max-sessions': sessions } = values;
  return {
    ...(rtsp === undefined ? {} : { rtspPort: Number(rtsp) }),
    ...(http === undefined ? {} : { httpPort: Number(http) }),
    ...(sessions === undefined ? {} : { maxSessions: Number(sessions) }),
  };
}

async function main(): Promise<void> {
  const { clips, user, channels, name, profile } = values;
  if (!isClipKind(clips)) misuse(`There are no clips '${clips}'.`, USAGE);
  if (!isProfileName(profile)) misuse(`There is no profile '${profile}'.`, USAGE);
  const recorder = new SimulatedRecorder({
    ...{ channels: Number(channels), user, password: await readPassword(), clips, profile },
    ...portsAndLimits(),
    ...(name === undefined ? {} : { deviceName: name }),
    onProgress: (message) => process.stderr.write(`${message}\n`),
  });
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    process.stdin.destroy();
    void recorder.stop();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // The end of its input tells that whoever started it is gone, whatever ended it.
  if (values['until-stdin-closes']) process.stdin.once('close', stop);
  try {
    await recorder.start();
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    return;
  }
  const { rtspPort, httpPort, startedAtEpochMs } = recorder;
  process.stdout.write(`${JSON.stringify({ rtspPort, httpPort, user, startedAtEpochMs })}\n`);
}

try {
  await main();
} catch (error) {
  if (error instanceof SetupError) fail(error);
  else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode ??= 1;
}
