import { countOf, numberText } from '../../counts.ts';
import { common } from '../common.ts';

/** The wall, its bar of controls, its tools and what lies over it. */
export const wall = {
  cameras: 'Cameras',
  empty: {
    none: 'No cameras yet',
    noneAdvice: 'Add an NVR and its channels appear here as a live wall.',
    noneShown: 'No cameras on the wall',
    noneShownAdvice: 'All of them are disabled or removed. Enable them under Manage.',
    addNvr: 'Add your first NVR',
    addSingle: 'Add camera by RTSP address…',
  },

  grid: 'Grid',
  gridOf: (side: number) => `${side} by ${side}`,
  gridTip: (side: number) => `${side}×${side} (Ctrl+${side})`,
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  view: 'View',
  fill: 'Fill tiles',
  fillAbout: 'Cuts off the edges of pictures that have another shape.',
  figures: 'Stream figures',
  figuresAbout: 'Size, rate and delay on every tile.',
  keepPages: 'Keep pages connected',
  keepPagesAbout: 'Turning back is quicker. Off: the NVRs send only what is seen.',
  popUps: 'Alarms come to the front',
  popUpsAbout: 'The camera of an alarm fills the window for 20 s, while nobody uses the wall.',
  allKeys: 'All keys',
  keys: 'Keys',
  gestures:
    'A double click opens a camera in fullscreen and leaves it. The wheel, or two fingers, zoom; a swipe, or the wheel with Shift, turns pages.',

  find: 'Find a camera',
  findBy: 'Name, number or NVR',
  found: (count: number, most: number) => {
    if (count === 0) return 'No such camera on the wall.';
    const found = common.cameras(count);
    return count > most ? `${found}, the first ${numberText(most)} are listed.` : found;
  },
  notLive: 'Not live',
  noCamera: (digits: string) => `No camera ${digits}`,

  fullscreen: 'Fullscreen',
  back: 'Back to the wall',
  backShort: 'Wall',
  previousCamera: 'Previous camera',
  nextCamera: 'Next camera',

  sound: 'Sound',
  volume: 'Volume',
  soundOff: 'Sound off',
  soundOn: 'Sound on',
  noSound: 'No sound arrives',
  unheard: (format: string | null) =>
    `${format ?? 'This'} sound cannot be played here. Choose AAC or G.711 in the NVR.`,

  stats: {
    behind: (ms: number) => `${ms} ms behind`,
    fps: (fps: number) => `${fps} fps`,
    kbits: (rate: number) => `${rate} kbit/s`,
    mbits: (rate: string) => `${rate} Mbit/s`,
    kept: (count: number) => `${count} kept ready`,
    streams: (count: number) => countOf(count, { one: '# stream', other: '# streams' }),
  },
};
