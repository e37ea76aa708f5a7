// The part of the app that owns go2rtc, as a process of its own: killed, or asked over stdin to stop.
import { createInterface } from 'node:readline';
import { locateGo2rtc } from '../../src-main/app/go2rtc/go2rtc-binary.ts';
import { Go2rtcSupervisor } from '../../src-main/app/go2rtc/go2rtc-supervisor.ts';
import { createLogger } from '../../src-main/app/logging/logger.ts';
import { Redactor } from '../../src-main/app/logging/redact.ts';

const [folder = '', binaries = ''] = process.argv.slice(2);

const supervisor = new Go2rtcSupervisor({
  locateBinary: () => locateGo2rtc(binaries, undefined),
  folder,
  log: createLogger(() => undefined, new Redactor()),
  redactor: new Redactor(),
});
supervisor.changed.on(({ state }) => process.stdout.write(`${state}\n`));
await supervisor.start();

const commands = createInterface({ input: process.stdin });
commands.on('line', () => {
  commands.close();
  process.stdin.destroy();
  // No process.exit: whatever the supervisor left behind would keep this process alive.
  void supervisor.stop();
});
