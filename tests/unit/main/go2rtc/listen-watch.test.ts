import { expect, it } from 'vitest';
import { ListenWatch } from '../../../../src-main/app/go2rtc/listen-watch.ts';

it.each([
  ['00:21:50.099 INF [api] listen addr=127.0.0.1:39518', 'listening'],
  ['00:21:50.099 INF [api] listen addr=127.0.0.1:3951', 'waiting'],
  ['00:21:50.091 INF config path=/home/guard/[api] listen', 'waiting'],
  [
    '00:22:10.905 ERR [api] listen error="listen tcp 127.0.0.1:39518: bind: address already in use"',
    'refused',
  ],
])('after %s it is %s', (line, state) => {
  const watch = new ListenWatch(39_518);
  watch.hear(line);
  expect(watch.state).toBe(state);
});
