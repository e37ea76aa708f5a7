/** What can be done by key. */
export const commands = {
  scopes: { wall: 'Wall', tile: 'The chosen tile', fullscreen: 'Fullscreen' },
  wall: {
    find: 'Find a camera by name, number or NVR',
    number: 'Open camera 12 in fullscreen',
    open: 'Open the chosen camera in fullscreen, or leave it',
    back: 'One step back',
    erase: 'Take the last digit of a number back',
    move: 'Go from tile to tile; in fullscreen, from camera to camera',
    nextPage: 'Next page',
    previousPage: 'Previous page',
    grid: 'Choose the grid',
    fill: 'Fill the tiles, or show pictures whole',
    figures: 'Stream figures',
    lock: 'Lock, or ask for the admin PIN',
    help: 'This list',
  },
  tile: {
    snapshot: 'Save a snapshot',
    record: 'Start or stop a recording',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    pan: 'Move the enlarged picture',
    zoomReset: 'Show the whole picture again',
    zoomBack: 'The same, while it is enlarged',
  },
  fullscreen: {
    sound: 'Sound of the camera in fullscreen',
    window: 'The window’s own fullscreen',
  },
  /** What is written on the keys. */
  keys: {
    enter: 'Enter',
    escape: 'Esc',
    backspace: 'Backspace',
    control: 'Ctrl',
    shift: 'Shift',
    pageDown: 'Page ↓',
    pageUp: 'Page ↑',
  },
  withKey: (what: string, keys: readonly string[]) => `${what} (${keys.join('+')})`,
};
