import { expect, it } from 'vitest';
import { parseSoakArguments } from '../../../../scripts/soak/arguments.ts';
import { connectionsTo } from '../../../../scripts/soak/read-gauges.ts';

it('reads how long to go on and where to write', () => {
  expect(parseSoakArguments(['--minutes', '3', '--json', 'x.json'])).toEqual({
    minutes: 3,
    json: 'x.json',
  });
  expect(parseSoakArguments([]).minutes).toBe(60);
});

it.each([[['--minutes', '2']], [['--minutes', 'all']], [['--minutes', '']], [['--hours', '1']]])(
  'answers %o with the usage',
  (args) => {
    expect(() => parseSoakArguments(args)).toThrow(/usage: npm run soak/);
  },
);

it('counts the connections to a port that are open, from the clients’ side', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue',
    '   0: 0100007F:022A 00000000:0000 0A 00000000:00000000',
    '   1: 0100007F:C001 0100007F:022A 01 00000000:00000000',
    '   2: 0100007F:022A 0100007F:C001 01 00000000:00000000',
    '   3: 0100007F:C002 0100007F:022A 06 00000000:00000000',
    '',
  ].join('\n');
  expect(connectionsTo(table, 554)).toBe(1);
});
