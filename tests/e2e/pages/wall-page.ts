import type { Locator, Page } from '@playwright/test';

/** The wall as a guard sees it. Holds no assertions. */
export class WallPage {
  readonly page: Page;
  readonly tiles: Locator;
  readonly position: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tiles = page.getByTestId('tile');
    this.position = page.getByTestId('page-position');
  }

  tile(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name},`) });
  }

  /** Tiles that say this of themselves. */
  inState(state: string): Locator {
    return this.page.locator(`[data-testid="tile"][data-state="${state}"]`);
  }

  async chooseGrid(side: number): Promise<void> {
    await this.page.getByRole('button', { name: `${side} by ${side}` }).click();
  }

  async turn(direction: 'Next' | 'Previous'): Promise<void> {
    await this.page.getByRole('button', { name: `${direction} page` }).click();
  }

  /** Frames the decoder delivered and did not drop, a number for each tile. */
  shownFrames(): Promise<number[]> {
    return this.tiles.evaluateAll((tiles) =>
      tiles.map((tile) => {
        const frames = [...tile.querySelectorAll('video')].map((video) => {
          const quality = video.getVideoPlaybackQuality();
          return quality.totalVideoFrames - quality.droppedVideoFrames;
        });
        return Math.max(0, ...frames);
      }),
    );
  }

  /** A coarse fingerprint of the pixels on each tile, read from the decoded picture itself. */
  pixels(): Promise<string[]> {
    return this.tiles.evaluateAll((tiles) =>
      tiles.map((tile) => {
        const canvas = new OffscreenCanvas(64, 36);
        const context = canvas.getContext('2d');
        const video = tile.querySelector('video');
        if (context === null || video === null) return '';
        context.drawImage(video, 0, 0, 64, 36);
        return context.getImageData(0, 0, 64, 36).data.join();
      }),
    );
  }

  /** The size of the picture a tile shows, as WIDTHxHEIGHT. */
  pictureSize(tile: Locator): Promise<string> {
    return tile
      .locator('video')
      .last()
      .evaluate((video: HTMLVideoElement) => `${video.videoWidth}x${video.videoHeight}`);
  }
}
