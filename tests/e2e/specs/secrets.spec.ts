import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { entriesFor } from '../pages/add-nvr-form.ts';
import { expectMoving } from '../support/live.ts';
import { go2rtcProcesses, processesWith } from '../support/processes.ts';
import { expect, test } from '../support/station.ts';

/** Every spelling a leak could have. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64').replaceAll('=', ''),
    bytes.toString('hex'),
  ];
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test('a canary password is in no file, no log, no command line and no IPC message', async ({
  recorder,
  station,
}) => {
  const { page } = station.app;
  const canary = `Cnry${randomBytes(9).toString('hex')}`;
  recorder.faults.setPassword(canary);
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seenEvents: seen });
    window.opus.on('site:changed', (payload) => seen.push(payload));
    window.opus.on('playback:changed', (payload) => seen.push(payload));
    window.opus.on('secrets:changed', (payload) => seen.push(payload));
  });
  await station.addNvrForm.add({ ...entriesFor(recorder, canary), 'Max channels': '4' });
  await expectMoving(station.wall, 4);
  // A crash makes go2rtc's last words a log entry and registers every stream again.
  process.kill(go2rtcProcesses(station.userData)[0]?.pid ?? 0, 'SIGKILL');
  await expectMoving(station.wall, 4);

  const ipc = await page.evaluate(async () => {
    const { opus } = window;
    const answers = await Promise.all([
      opus.request('app:get-info', {}),
      opus.request('nvr:list', {}),
      opus.request('camera:list', {}),
      opus.request('playback:get-status', {}),
      opus.request('secrets:get-status', {}),
      opus.request('view:get', {}),
    ]);
    return JSON.stringify([answers, (window as unknown as { seenEvents: unknown[] }).seenEvents]);
  });
  const argv = processesWith('').map(({ args }) => args);
  const dom = await page.content();
  await station.app.quit();
  const files = filesBelow(station.userData);
  expect(files.map((file) => path.basename(file))).toEqual(
    expect.arrayContaining(['opus.sqlite', 'main.log']),
  );
  for (const spelling of spellings(canary)) {
    expect(ipc).not.toContain(spelling);
    expect(argv.filter((args) => args.includes(spelling))).toEqual([]);
    expect(dom).not.toContain(spelling);
    expect(files.filter((file) => fs.readFileSync(file).includes(spelling))).toEqual([]);
  }
});

test('after a restart the password comes from the keychain', async ({ recorder, station }) => {
  const canary = `Cnry${randomBytes(9).toString('hex')}`;
  recorder.faults.setPassword(canary);
  await station.addNvr(recorder, { password: canary, maxChannels: 4 });
  await expectMoving(station.wall, 4);
  await station.app.quit();

  await station.relaunch();

  await expectMoving(station.wall, 4);
  expect(recorder.counters.failedLogins.rtsp).toBe(0);
});

test('a script in the page reaches no other page, window, address or dialog of the system', async ({
  station,
}) => {
  const { page } = station.app;
  const address = page.url();
  const opened = await page.evaluate(async () => {
    const found: Record<string, unknown> = { window: window.open('about:blank') };
    location.href = 'file:///etc/hostname';
    const link = document.createElement('a');
    Object.assign(link, { href: URL.createObjectURL(new Blob(['x'])), download: 'x' });
    link.click();
    // With a dialog it would not come back.
    window.print();
    found['fetched'] = await fetch('http://127.0.0.1:1/').then(
      () => true,
      () => false,
    );
    const peer = new RTCPeerConnection();
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
      if (peer.iceGatheringState === 'complete') resolve();
    });
    found['addresses'] = /^a=candidate.*$/m.exec(peer.localDescription?.sdp ?? '')?.[0] ?? null;
    return found;
  });
  expect(opened).toEqual({ window: null, fetched: false, addresses: null });
  expect(page.url()).toBe(address);
  expect(page.context().pages()).toHaveLength(1);
  // Each refusal is one.
  station.app.pageErrors.length = 0;
});

test.describe('without a keychain', () => {
  test.use({ appEnv: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } });

  test('the app runs, says so, and saves nothing', async ({ recorder, station }) => {
    const { page } = station.app;
    const strip = page.getByTestId('site-strip');
    await expect(strip).toContainText('Keychain locked or missing');
    await strip.click();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();

    await station.addNvrForm.add(entriesFor(recorder, 'whatever'));

    await expect(station.addNvrForm.dialog.getByRole('alert')).toContainText('keychain');
    expect(await page.evaluate(() => window.opus.request('nvr:list', {}))).toEqual({
      ok: true,
      value: [],
    });
  });
});
