import { message } from '@contract/messages.ts';
import { describe, expect, it, vi } from 'vitest';
import { appError } from '@contract/app-error.ts';
import { DEFAULT_VIEW, type View } from '@contract/models/view.ts';
import { err, ok } from '@contract/result.ts';
import { SiteFiles } from '../../../../src-main/app/site/site-files.ts';

const PIN = '048213';
const WRONG_PIN = err(appError('wrong-pin', message('pin-wanted')));
const COUNTS = { nvrs: 1, cameras: 4, passwords: 0 };
const VIEW: View = { ...DEFAULT_VIEW, gridSide: 3 };

function station(fileView: View | null = null) {
  const wall = { view: DEFAULT_VIEW };
  const saveFile = vi.fn(async (name: string) => ok({ fileId: 'id', path: `/${name}.json` }));
  const transfer = {
    export: vi.fn(async () => ok('{}\n')),
    preview: vi.fn(),
    import: async () => ok({ ...COUNTS, view: fileView }),
  };
  const confirmPin = async (pin: string) => (pin === PIN ? ok(null) : WRONG_PIN);
  const files = new SiteFiles({ transfer, confirmPin, saveFile, version: '1.2.3' });
  return { files, wall, saveFile, transfer };
}

describe('writing a site file', () => {
  it.each([undefined, '111111'])('with passwords stops at the PIN %j', async (pin) => {
    const { files, wall, saveFile, transfer } = station();
    expect(await files.export({ passphrase: 'a long sentence', pin }, wall)).toEqual(WRONG_PIN);
    expect(transfer.export).not.toHaveBeenCalled();
    expect(saveFile).not.toHaveBeenCalled();
  });

  it('goes on with the right PIN, and without passwords with none', async () => {
    const { files, wall, saveFile, transfer } = station();
    for (const request of [{ passphrase: 'a long sentence', pin: PIN }, { passphrase: null }]) {
      expect(await files.export(request, wall)).toMatchObject({ ok: true });
      const facts = { app: '1.2.3', view: DEFAULT_VIEW };
      expect(transfer.export).toHaveBeenLastCalledWith(request.passphrase, facts);
    }
    expect(saveFile).toHaveBeenCalledTimes(2);
    expect(saveFile).toHaveBeenLastCalledWith(expect.stringMatching(/^site-/), '{}\n');
  });
});

it('bringing in a site file leaves the view of a station that had one', async () => {
  const { files, wall } = station(null);
  const request = { previewId: 'id', passphrase: null };
  expect(await files.import(request, wall)).toEqual(ok(COUNTS));
  expect(wall.view).toEqual(DEFAULT_VIEW);

  const empty = station(VIEW);
  expect(await empty.files.import(request, empty.wall)).toEqual(ok(COUNTS));
  expect(empty.wall.view).toEqual(VIEW);
});
