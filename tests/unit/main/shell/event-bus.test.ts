import type { WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { EventBus } from '../../../../src-main/shell/ipc/event-bus.ts';

function page(isDestroyed: boolean) {
  const send = vi.fn();
  return { send, contents: { send, isDestroyed: () => isDestroyed } as unknown as WebContents };
}

describe('EventBus', () => {
  it('says nothing while there is no page', () => {
    expect(() => new EventBus().publish('nvr:changed', null)).not.toThrow();
  });

  it('tells the page under the contract’s name', () => {
    const { send, contents } = page(false);
    const bus = new EventBus();
    bus.attach(contents);
    bus.publish('secrets:changed', { state: 'available' });
    expect(send).toHaveBeenCalledExactlyOnceWith('secrets:changed', { state: 'available' });
  });

  it('leaves a destroyed page alone', () => {
    const { send, contents } = page(true);
    const bus = new EventBus();
    bus.attach(contents);
    bus.publish('nvr:changed', null);
    expect(send).not.toHaveBeenCalled();
  });
});
