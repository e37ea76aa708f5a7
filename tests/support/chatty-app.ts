// Logs as much as it is told, to a console that a test may take away: the terminal a station was started from, closed since.
import { createFileSink } from '../../src-main/app/logging/file-sink.ts';

const [folder = '', lines = '', charsPerLine = ''] = process.argv.slice(2);
const text = 'x'.repeat(Number(charsPerLine));
const sink = createFileSink(folder);

process.on('uncaughtException', (error) => sink('error', `uncaught ${error.message}`));
process.stdin.once('data', () => {
  for (let line = 1; line <= Number(lines); line += 1) sink('info', `line ${line} ${text}`);
  // Errors of the console arrive later than its lines.
  setImmediate(() => {
    sink('info', 'last line');
    process.stdin.destroy();
  });
});
sink('info', 'ready');
