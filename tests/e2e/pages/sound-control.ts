import type { Locator, Page } from '@playwright/test';

/** The sound of the camera that fills the window, as a person uses it. Holds no assertions. */
export class SoundControl {
  readonly group: Locator;
  readonly button: Locator;
  readonly volume: Locator;

  constructor(page: Page) {
    this.group = page.getByRole('group', { name: 'Sound' });
    this.button = this.group.getByRole('button', { name: 'Sound' });
    this.volume = this.group.getByRole('slider', { name: 'Volume' });
  }

  /** From now on, notes what plays aloud; the returned function tells how many bytes of sound were decoded, and how loud. */
  async listen(): Promise<() => Promise<{ decodedBytes: number; volume: number }>> {
    const page = this.group.page();
    const played = await page.evaluateHandle(() => {
      const elements = new Set<HTMLMediaElement>();
      const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')?.value as (
        this: HTMLMediaElement,
      ) => Promise<void>;
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement): Promise<void> {
        elements.add(this);
        return play.call(this);
      };
      return elements;
    });
    return () =>
      played.evaluate((elements) => {
        const aloud = [...elements].filter(({ muted }) => !muted) as (HTMLMediaElement & {
          webkitAudioDecodedByteCount: number;
        })[];
        return {
          decodedBytes: aloud.reduce((sum, each) => sum + each.webkitAudioDecodedByteCount, 0),
          volume: aloud.at(-1)?.volume ?? 0,
        };
      });
  }
}
