/** What both stock walls are told. */
export interface StockWall {
  channels: number;
  /** Tiles in a row. */
  side: number;
}

type Show = (stream: string) => HTMLElement;

/** go2rtc's own page in an `<iframe>` per tile; turning the page closes them and opens others. */
export function openIframeWall(wall: StockWall): void {
  runWall(wall, (stream) => {
    const frame = document.createElement('iframe');
    frame.src = `/stream.html?src=${stream}&mode=mse`;
    return frame;
  });
}

/** The stock element that go2rtc serves, as often as there are tiles. It keeps a stream for 5 s by itself, so it is kept too. */
export async function openElementWall(wall: StockWall): Promise<void> {
  const module = (await import(/* @vite-ignore */ `${location.origin}/video-rtc.js`)) as {
    VideoRTC: new () => HTMLElement & { mode: string; src: string };
  };
  customElements.define('stock-video', class extends module.VideoRTC {});
  const kept = new Map<string, HTMLElement>();
  const make: Show = (stream) => {
    const element = document.createElement('stock-video') as InstanceType<typeof module.VideoRTC>;
    element.mode = 'mse';
    element.src = `/api/ws?src=${stream}`;
    kept.set(stream, element);
    return element;
  };
  runWall(wall, (stream) => kept.get(stream) ?? make(stream));
}

/** Pages and fullscreen by the app's own keys, so that all are measured with the same hands. */
function runWall({ channels, side }: StockWall, show: Show): void {
  document.body.style.cssText = 'margin:0;background:#000;overflow:hidden';
  document.head.append(styleFor(side));
  const perPage = side * side;
  let page = 0;
  const first = () => page * perPage + 1;
  const open = (streams: string[], className: string) => {
    document.body.className = className;
    document.body.replaceChildren(...streams.map(show));
  };
  const openPage = () =>
    open(
      Array.from({ length: perPage }, (_, index) => `cam${first() + index}-sub`),
      'wall',
    );
  const turn = (by: number) => {
    page = (page + by + channels / perPage) % (channels / perPage);
    openPage();
  };
  addEventListener('keydown', ({ key }) => {
    if (key === 'PageDown') turn(1);
    if (key === 'PageUp') turn(-1);
    if (key === 'Enter') open([`cam${first()}-main`], 'single');
    if (key === 'Escape') openPage();
  });
  openPage();
}

function styleFor(side: number): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = `
    .wall { display: grid; gap: 2px; height: 100vh; grid: repeat(${side}, 1fr) / repeat(${side}, 1fr) }
    .single { display: grid; height: 100vh }
    iframe, stock-video { border: 0; width: 100%; height: 100%; min-height: 0; display: block }`;
  return style;
}
