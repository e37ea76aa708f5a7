import type { WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { RecorderState } from '@contract/models/nvr.ts';
import { EventBus } from '../../../../src-main/shell/ipc/event-bus.ts';

const STATE: RecorderState = {
  ...{ id: 1, login: { state: 'accepted' }, sinceMs: null, isAnswering: true },
};

function page() {
  const send = vi.fn();
  const isDestroyed = vi.fn(() => false);
  return { send, isDestroyed, contents: { send, isDestroyed } as unknown as WebContents };
}

describe('EventBus', () => {
  it('says nothing while there is no page', () => {
    expect(() => new EventBus().publish('recorder:changed', STATE)).not.toThrow();
  });

  it('tells every page under the contract’s name', () => {
    const pages = [page(), page()];
    const bus = new EventBus();
    for (const { contents } of pages) bus.attach(contents);
    bus.publish('secrets:changed', { state: 'available' });
    for (const { send } of pages)
      expect(send).toHaveBeenCalledExactlyOnceWith('secrets:changed', { state: 'available' });
  });

  it('leaves a destroyed page alone, and goes on telling the others', () => {
    const gone = page();
    const left = page();
    const bus = new EventBus();
    for (const { contents } of [gone, left]) bus.attach(contents);
    gone.isDestroyed.mockReturnValue(true);
    bus.publish('recorder:changed', STATE);
    bus.publish('recorder:changed', STATE);
    expect(gone.send).not.toHaveBeenCalled();
    expect(left.send).toHaveBeenCalledTimes(2);
    expect(gone.isDestroyed).toHaveBeenCalledOnce();
  });
});
