import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, it, vi } from 'vitest';
import { onPageEnd } from '../../../../src-main/shell/windows/page-care.ts';

vi.mock('electron', () => ({}));

it.each(['render-process-gone', 'did-navigate', 'destroyed'])(
  'what a page said is forgotten at each %s',
  (event) => {
    const page = new EventEmitter();
    const forget = vi.fn<() => void>();
    onPageEnd(page as unknown as WebContents, forget);
    page.emit(event);
    page.emit(event);
    expect(forget).toHaveBeenCalledTimes(2);
  },
);
