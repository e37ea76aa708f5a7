import type { Locator, Page } from '@playwright/test';

/** The wall as a guard sees it. Holds no assertions. */
export class WallPage {
  readonly page: Page;
  readonly tiles: Locator;
  readonly position: Locator;
  /** What the bar says of all tiles. */
  readonly summary: Locator;
  readonly statsLines: Locator;
  readonly statsFooter: Locator;
  /** What is typed of a camera's number. */
  readonly numberEntry: Locator;
  /** The cameras that the search lists. */
  readonly found: Locator;
  readonly viewMenu: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tiles = page.getByTestId('tile');
    this.position = page.getByTestId('page-position');
    this.summary = page.getByTestId('wall-summary');
    this.statsLines = page.getByTestId('stats-line');
    this.statsFooter = page.getByTestId('stats-footer');
    this.numberEntry = page.getByTestId('number-entry');
    this.found = page.getByRole('listbox', { name: 'Cameras' }).getByRole('option');
    this.viewMenu = page.getByRole('dialog', { name: 'View', exact: true });
  }

  tile(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name},`) });
  }

  /** Tiles that say this of themselves. */
  inState(state: string): Locator {
    return this.page.locator(`[data-testid="tile"][data-state="${state}"]`);
  }

  /** Opens a tile in fullscreen, or leaves it, as a hand does. */
  async doubleClick(tile: Locator): Promise<void> {
    await tile.dblclick();
  }

  /** The time of day at which a tile says that its camera was lost; null where it says none. */
  async since(tile: Locator): Promise<string | null> {
    const text = await tile.getByTestId('tile-since').textContent();
    return /since (\d\d:\d\d)$/.exec(text ?? '')?.[1] ?? null;
  }

  async chooseGrid(side: number): Promise<void> {
    await this.page.getByRole('button', { name: `${side} by ${side}` }).click();
  }

  /** Ticks or unticks one choice, and closes the menu again. */
  async chooseInViewMenu(choice: string): Promise<void> {
    await this.page.getByRole('button', { name: 'View', exact: true }).click();
    await this.page.getByRole('checkbox', { name: choice }).click();
    await this.page.keyboard.press('Escape');
  }

  async turn(direction: 'Next' | 'Previous'): Promise<void> {
    await this.page.getByRole('button', { name: `${direction} page` }).click();
  }

  /** Turns the page, and measures in the page itself how long it takes until this many tiles are live, in milliseconds. */
  async timeTurn(direction: 'Next' | 'Previous', liveTiles: number): Promise<number> {
    const button = this.page.getByRole('button', { name: `${direction} page` });
    return await button.evaluate(
      (element, count) =>
        new Promise<number>((resolve) => {
          const startedAtMs = performance.now();
          const shownBefore = document.querySelector('[data-testid="tile"]');
          const look = (): void => {
            const live = document.querySelectorAll('[data-testid="tile"][data-state="live"]');
            const isTurned = shownBefore?.isConnected === false;
            if (isTurned && live.length === count) resolve(performance.now() - startedAtMs);
            else requestAnimationFrame(look);
          };
          (element as HTMLElement).click();
          requestAnimationFrame(look);
        }),
      liveTiles,
    );
  }

  /** Watches a tile frame by frame; the returned function tells every state it was in and every size its picture had. */
  async watch(tile: Locator): Promise<() => Promise<{ states: string[]; sizes: string[] }>> {
    const seen = await tile.evaluateHandle((element: HTMLElement) => {
      const log = { states: [] as string[], sizes: [] as string[] };
      const look = (): void => {
        const video = [...element.querySelectorAll('video')].at(-1);
        const size = video ? `${video.videoWidth}x${video.videoHeight}` : 'none';
        const { state = 'none' } = element.dataset;
        if (log.states.at(-1) !== state) log.states.push(state);
        if (log.sizes.at(-1) !== size) log.sizes.push(size);
        requestAnimationFrame(look);
      };
      look();
      return log;
    });
    return () => seen.jsonValue();
  }

  /** Watches all tiles frame by frame; the returned function tells how many were ever live, and every state any was in. */
  async watchAll(): Promise<() => Promise<{ everLive: number; states: string[] }>> {
    const seen = await this.page.evaluateHandle(() => {
      const log = { live: new Set<number>(), states: new Set<string>() };
      const look = (): void => {
        const tiles = document.querySelectorAll<HTMLElement>('[data-testid="tile"]');
        for (const [index, { dataset }] of [...tiles].entries()) {
          log.states.add(dataset['state'] ?? 'none');
          if (dataset['state'] === 'live') log.live.add(index);
        }
        requestAnimationFrame(look);
      };
      look();
      return log;
    });
    return () =>
      seen.evaluate(({ live, states }) => ({ everLive: live.size, states: [...states] }));
  }

  /** Where the newest picture of a tile is in its media, and when that was, both in seconds. */
  moment(tile: Locator): Promise<{ mediaS: number; atS: number }> {
    return tile
      .locator('video')
      .last()
      .evaluate((video: HTMLVideoElement) => ({
        mediaS: video.currentTime,
        atS: performance.now() / 1000,
      }));
  }

  /** How the tile's picture is filtered: a live one not at all. */
  filterOf(tile: Locator): Promise<string> {
    return tile
      .locator('.tile__video')
      .evaluate((element: HTMLElement) => getComputedStyle(element).filter);
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
