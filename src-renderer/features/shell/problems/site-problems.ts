import type { Camera } from '@contract/models/camera.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { isPresent } from '../../../store/tile-store.ts';
import { nvrProblems } from './nvr-problems.ts';
import type { Problem, ProblemItem, SiteTruth } from './problem.ts';

type BrokenItem = ProblemItem & { sinceMs: number };

/** A stream that is back within this time is no news for the bar; its tile says it at once. */
const BRIEF_MS = 3_000;

/** Everything that is wrong, one entry a cause: what concerns all comes first, then recorders, then cameras, then what is only to be read. */
export function siteProblems(truth: SiteTruth): Problem[] {
  const { nvrs, covered } = nvrProblems(truth);
  return [
    ...playbackProblems(truth.playback),
    ...secretsProblems(truth.secrets),
    ...nvrs,
    ...cameraProblems(truth, covered),
    ...truth.notices.map((text) => ({
      ...{ key: text, title: text, headline: 'Notice', detail: text, advice: '', sinceMs: null },
      ...{ isBroken: false, items: [] },
      way: 'hide' as const,
    })),
  ];
}

function playbackProblems(playback: PlaybackStatus): Problem[] {
  if (playback.state !== 'failed' && playback.state !== 'backing-off') return [];
  return [
    {
      key: 'playback',
      title: 'The streaming service does not run: no live pictures',
      headline: 'No live pictures',
      detail: 'The streaming service does not run',
      advice: playback.reason,
      ...{ sinceMs: null, isBroken: true, way: 'restart-streaming', items: [] },
    },
  ];
}

function secretsProblems(secrets: SecretsStatus): Problem[] {
  if (secrets.state !== 'unavailable') return [];
  return [
    {
      key: 'secrets',
      title: 'The system keychain is locked or missing',
      headline: 'Keychain locked or missing',
      detail: 'NVR passwords cannot be read',
      advice: `NVR passwords cannot be read or saved. Unlock it, then try again. (${secrets.reason})`,
      ...{ sinceMs: null, isBroken: true, way: 'retry-keychain', items: [] },
    },
  ];
}

/** What tiles said when they were seen last. Where the streaming service is down, no tile knows anything of its camera. */
function cameraProblems(truth: SiteTruth, covered: ReadonlySet<number>): Problem[] {
  const { cameras, healths, playback } = truth;
  const own = cameras.filter(({ nvrId }) => !covered.has(nvrId));
  const gone = own.filter(({ id, isGone }) => isGone && !isPresent(healths[id]));
  const broken = playback.state === 'running' ? own.flatMap((one) => brokenItem(one, truth)) : [];
  return [...brokenProblem(broken), ...goneProblem(gone)];
}

function brokenItem({ id, name, isGone }: Camera, { troubles, nowMs }: SiteTruth): BrokenItem[] {
  const trouble = troubles[id];
  if (isGone || trouble === undefined || nowMs - trouble.sinceMs < BRIEF_MS) return [];
  const { sinceMs, leftMs, why } = trouble;
  return [{ id, name, sinceMs, leftMs, why, isCamera: true }];
}

function brokenProblem(items: BrokenItem[]): Problem[] {
  const [first] = items;
  if (first === undefined) return [];
  const isOne = items.length === 1;
  return [
    {
      key: 'cameras',
      title: isOne ? `“${first.name}” is not live` : `${items.length} cameras are not live`,
      headline: isOne ? '1 camera not live' : `${items.length} cameras not live`,
      detail: items.map(({ name }) => name).join(', '),
      advice: '',
      sinceMs: Math.min(...items.map(({ sinceMs }) => sinceMs)),
      ...{ isBroken: true, way: null, items },
    },
  ];
}

function goneProblem(cameras: readonly Camera[]): Problem[] {
  const [first] = cameras;
  if (first === undefined) return [];
  const isOne = cameras.length === 1;
  return [
    {
      key: 'gone',
      title: isOne
        ? `“${first.name}” is not on its NVR any more`
        : `${cameras.length} cameras are not on their NVRs any more`,
      headline: isOne ? '1 camera gone from its NVR' : `${cameras.length} cameras gone from NVRs`,
      detail: cameras.map(({ name }) => name).join(', '),
      advice: 'Removed or moved there. Sync the NVR to take that over.',
      ...{ sinceMs: null, isBroken: true, way: 'open-nvrs' },
      items: cameras.map(({ id, name }) => ({
        ...{ id, name, sinceMs: null, leftMs: null, why: '', isCamera: true },
      })),
    },
  ];
}
