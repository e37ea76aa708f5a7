import type { Locator, Page } from '@playwright/test';

/** Where something is, in CSS pixels. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What can be done with the picture on a tile. Holds no assertions. */
export class TileTools {
  readonly page: Page;
  readonly toast: Locator;
  readonly elapsed: Locator;
  readonly recordingChip: Locator;
  readonly zoomChip: Locator;

  constructor(page: Page) {
    this.page = page;
    this.toast = page.locator('.toast').last();
    this.elapsed = page.getByTestId('clip-elapsed');
    this.recordingChip = page.getByTestId('recording-chip');
    this.zoomChip = page.getByTestId('zoom-chip');
  }

  snapshot(camera: string): Locator {
    return this.page.getByRole('button', { name: `Save a snapshot of ${camera}` });
  }

  record(camera: string): Locator {
    return this.page.getByRole('button', { name: `Record ${camera}` });
  }

  stop(camera: string): Locator {
    return this.page.getByRole('button', { name: `Stop recording ${camera}` });
  }

  /** Where a tile and its picture are; an enlarged picture is larger than its tile. */
  boxes(tile: Locator): Promise<{ tile: Box; picture: Box }> {
    return tile.evaluate((element) => {
      const box = (of: Element | null): Box => {
        const { left, top, right, bottom } = of?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, right, bottom };
      };
      return { tile: box(element), picture: box(element.querySelector('.tile__video')) };
    });
  }

  /** Drags over the middle of the window. */
  async drag(byX: number, byY: number): Promise<void> {
    const { x, y } = await this.page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + byX, y + byY, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Lays a finger on each place, moves each by its way, and lifts them, as a touch screen tells it. */
  async touch(
    fingers: readonly { x: number; y: number; byX: number; byY: number }[],
  ): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const at = (share: number) =>
      fingers.map(({ x, y, byX, byY }, id) => ({ id, x: x + byX * share, y: y + byY * share }));
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (const share of [0.25, 0.5, 0.75, 1]) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
  }
}
