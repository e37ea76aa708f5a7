import { expect, test } from '../support/station.ts';

test('main refuses what the form would, whoever asks', async ({ station }) => {
  const answers = await station.app.page.evaluate(async () => {
    const bad = { name: '', host: 'a b', rtspPort: 0, httpPort: 80, username: 'u', password: 'p' };
    const { opus } = window;
    const request = (channel: string, payload: unknown): Promise<unknown> =>
      opus.request(channel as 'nvr:list', payload as Record<string, never>);
    return [
      await request('nvr:add', { ...bad, maxChannels: 1000 }),
      await request('nvr:add', 'text'),
      await request('nvr:drop-everything', {}),
      await window.opus.request('nvr:list', {}),
    ];
  });
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'invalid-request', fields: { host: expect.anything() } } },
    { ok: false, error: { code: 'invalid-request' } },
    { ok: false, error: { code: 'invalid-request' } },
    { ok: true, value: [] },
  ]);
});
