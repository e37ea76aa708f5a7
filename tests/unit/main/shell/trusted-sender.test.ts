import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../../src-main/shell/security/trusted-sender.ts';

function eventFrom(
  url: string,
  parent: object | null = null,
): Pick<IpcMainInvokeEvent, 'senderFrame'> {
  return { senderFrame: { url, parent } as unknown as WebFrameMain };
}

describe('isTrustedSender', () => {
  it.each(['app://opus/index.html', 'app://opus/', 'app://opus/index.html#x'])(
    'trusts our page at %s',
    (url) => {
      expect(isTrustedSender(eventFrom(url))).toBe(true);
    },
  );

  it.each([
    'https://opus/index.html',
    'app://opus.evil.com/index.html',
    'app://opusevil/index.html',
    'app://evil/?app://opus/',
    'file:///opt/opus/index.html',
    'about:blank',
    '',
  ])('does not trust %j', (url) => {
    expect(isTrustedSender(eventFrom(url))).toBe(false);
  });

  it('does not trust a frame inside our page, whatever it shows', () => {
    expect(isTrustedSender(eventFrom('app://opus/index.html', {}))).toBe(false);
  });

  it('does not trust a frame that is gone', () => {
    expect(isTrustedSender({ senderFrame: null })).toBe(false);
  });
});
