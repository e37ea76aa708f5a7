import { describe, expect, it, vi } from 'vitest';
import { Emitter } from '../../../../src-main/app/lifecycle/emitter.ts';

describe('Emitter', () => {
  it('tells every listener until it unsubscribes', () => {
    const emitter = new Emitter<number>();
    const kept = vi.fn();
    const ended = vi.fn();
    emitter.on(kept);
    const end = emitter.on(ended);
    emitter.emit(1);
    end();
    emitter.emit(2);
    expect(kept.mock.calls).toEqual([[1], [2]]);
    expect(ended.mock.calls).toEqual([[1]]);
  });

  it('goes on after a listener that throws, and does not swallow its error', () => {
    const emitter = new Emitter<number>();
    const later = vi.fn();
    const rethrow = vi.spyOn(globalThis, 'queueMicrotask').mockReturnValue();
    emitter.on(() => {
      throw new Error('listener');
    });
    emitter.on(later);
    emitter.emit(1);
    expect(later).toHaveBeenCalledExactlyOnceWith(1);
    expect(rethrow.mock.calls[0]?.[0]).toThrow('listener');
    rethrow.mockRestore();
  });
});
