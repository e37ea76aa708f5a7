import path from 'node:path';

/**
 * dependency-cruiser's rules: which room of the house may import which. `npm run lint` holds the code against them, types included.
 * The two tables go from the ground up: a room names only rooms above it in its table, so that no two can come to need each other.
 * To allow an arrow, write it here, and see that it runs the same way as the data (docs/architecture.md).
 */

/** What every room of main may stand on: they know nothing of recorders' services. */
const GROUND = ['domain', 'logging', 'lifecycle', 'net', 'files'];

/** Rooms of src-main/app, each with those it may import. @type {Record<string, string[]>} */
export const MAIN_ROOMS = {
  domain: [],
  logging: ['domain'],
  lifecycle: ['logging'],
  net: [],
  files: [],
  db: ['domain', 'lifecycle'],
  undo: GROUND,
  secrets: [...GROUND, 'db'],
  isapi: GROUND,
  rtsp: GROUND,
  go2rtc: GROUND,
  recorders: [...GROUND, 'db', 'secrets', 'isapi', 'rtsp', 'go2rtc'],
  streams: [...GROUND, 'rtsp', 'go2rtc', 'recorders'],
  recorded: [...GROUND, 'db', 'isapi', 'rtsp', 'recorders'],
  events: [...GROUND, 'db', 'recorders'],
  health: [...GROUND, 'db', 'isapi', 'recorders', 'events'],
  'alarm-check': [...GROUND, 'db', 'isapi', 'recorders', 'events'],
  'csv-export': [...GROUND, 'recorders', 'events', 'health'],
  nvr: [...GROUND, 'db', 'undo', 'secrets', 'isapi', 'rtsp', 'recorders'],
  cameras: [...GROUND, 'db', 'undo'],
  sync: [...GROUND, 'db', 'secrets', 'isapi', 'recorders', 'nvr'],
  site: [...GROUND, 'db', 'undo', 'secrets', 'recorders'],
  'saved-media': [...GROUND, 'go2rtc', 'streams', 'nvr'],
  admin: [...GROUND, 'db', 'secrets'],
  access: ['domain', 'lifecycle', 'admin'],
};

/** What every feature of the page may stand on. */
const PAGE = ['model', 'commands', 'text', 'ui', 'api', 'store'];

/** Rooms of src-renderer, each with those it may import. @type {Record<string, string[]>} */
export const PAGE_ROOMS = {
  model: [],
  text: [],
  commands: ['text'],
  player: [],
  ui: ['text'],
  api: ['text'],
  store: ['model', 'text', 'player', 'api'],
  'features/admin': PAGE,
  'features/alarm-check': PAGE,
  'features/probe': PAGE,
  'features/sync': [...PAGE, 'features/probe'],
  'features/nvrs': [...PAGE, 'features/probe', 'features/sync', 'features/alarm-check'],
  'features/cameras': PAGE,
  'features/site': [...PAGE, 'features/admin'],
  'features/wall': [...PAGE, 'player'],
  'features/review': [...PAGE, 'player', 'features/wall'],
  'features/events': PAGE,
  'features/rules': PAGE,
  'features/shell': [...PAGE, 'features/admin', 'features/wall', 'features/events'],
  'features/manage': [
    ...PAGE,
    ...['admin', 'nvrs', 'cameras', 'rules', 'site', 'shell'].map((name) => `features/${name}`),
  ],
};

const MAIN = 'src-main/app';
const RENDERER = 'src-renderer';
const CONTRACT = '^src-preload/contract/';
/** A package as it is found, or as it is written where it cannot be. @param {string} name */
const npm = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;
/** Node's own modules. */
const CORE =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http|https|net|os|path|process|readline|stream|timers|tls|url|util|v8|worker_threads|zlib)(/|$)';

/** Forbids a room everything of its own table that it does not name. @param {string} world @param {Record<string, string[]>} rooms */
function arrows(world, rooms) {
  return Object.entries(rooms).map(([room, allowed]) => ({
    name: `${room}-imports`,
    comment: `${room} may import: ${allowed.join(', ') || 'no other room'}.`,
    severity: 'error',
    from: { path: `^${world}/${room}/` },
    to: { path: `^${world}/`, pathNot: `^${world}/(${[room, ...allowed].join('|')})/` },
  }));
}

/** A new folder has to say what it stands on. @param {string} name @param {string} world @param {string[]} rooms */
function listed(name, world, rooms) {
  return {
    name,
    comment: 'scripts/layers.config.mjs does not say what this room may import.',
    severity: 'error',
    from: { path: `^${world}/[^/]+/`, pathNot: `^${world}/(${rooms.join('|')})/` },
    to: {},
  };
}

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one, or want a third.',
      {},
      { circular: true },
    ),
    ...arrows(MAIN, MAIN_ROOMS),
    ...arrows(RENDERER, PAGE_ROOMS),
    listed('main-rooms-are-listed', MAIN, Object.keys(MAIN_ROOMS)),
    listed('page-rooms-are-listed', RENDERER, Object.keys(PAGE_ROOMS)),
    forbid(
      'contract-stands-alone',
      'All three worlds import it, so it imports nothing of the app, and zod only.',
      { path: CONTRACT },
      { pathNot: `${CONTRACT}|${npm('zod')}` },
    ),
    forbid(
      'worlds-meet-in-the-contract',
      'Main, preload and page know of one another what the contract says.',
      { path: '^src-(main|preload|renderer)/' },
      { path: '^src-(main|preload|renderer)/', pathNot: [CONTRACT, '^src-$1/'] },
    ),
    forbid(
      'app-without-electron',
      'src-main/app runs without Electron, in tests and in processes of its own; src-main/shell is for that.',
      { path: `^${MAIN}/` },
      { path: `${npm('electron')}|^src-main/(?!app/)` },
    ),
    forbid(
      'domain-is-pure',
      'Facts and rules, the same whoever asks and when. Making a key takes a thread.',
      { path: `^${MAIN}/domain/` },
      { pathNot: `^${MAIN}/|${CONTRACT}|${npm('zod')}|^(node:)?(crypto|worker_threads)$` },
    ),
    forbid(
      'page-without-node',
      'The page runs in a sandbox; it has what the contract brings.',
      { path: `^${RENDERER}/`, pathNot: 'vite\\.config\\.ts$' },
      { path: `${npm('electron')}|${CORE}` },
    ),
    forbid(
      'page-logic-without-packages',
      'No packages there: what they do is seen with neither React nor a window.',
      { path: `^${RENDERER}/(model|commands|player|api)/` },
      { pathNot: `^${RENDERER}/|${CONTRACT}` },
    ),
    forbid(
      'store-knows-states-only',
      'The store keeps what a player reports; whoever starts one is a feature.',
      { path: `^${RENDERER}/store/` },
      { path: `^${RENDERER}/player/`, pathNot: '/player-types\\.ts$' },
    ),
    forbid(
      'features-by-index',
      'What a feature gives to others stands in its index.ts.',
      { path: [`^${RENDERER}/features/([^/]+)/`, `^${RENDERER}/[^/]+$`] },
      {
        path: `^${RENDERER}/features/[^/]+/`,
        pathNot: [`^${RENDERER}/features/[^/]+/index\\.ts$`, `^${RENDERER}/features/$1/`],
      },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(import.meta.dirname, '../tsconfig.json') },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
};
