import type { Camera } from '@contract/models/camera.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { text } from '../../../text/catalogue.ts';
import { isPresent } from '../../../store/tile-store.ts';
import { healthProblems, lostCameras } from './health-problems.ts';
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
    ...healthProblems(truth, covered),
    ...truth.notices.map((notice) => ({
      ...{ key: notice, title: notice, headline: text.shell.notice, detail: notice },
      ...{ advice: '', sinceMs: null },
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
      ...text.shell.streaming,
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
      ...text.shell.keychain,
      advice: text.shell.keychain.advice(secrets.reason),
      ...{ sinceMs: null, isBroken: true, way: 'retry-keychain', items: [] },
    },
  ];
}

/** What tiles said when they were seen last, and what NVRs say of others. Where the streaming service is down, no tile knows anything of its camera. */
function cameraProblems(truth: SiteTruth, covered: ReadonlySet<number>): Problem[] {
  const { cameras, healths, playback } = truth;
  const own = cameras.filter(({ nvrId }) => !covered.has(nvrId));
  const gone = own.filter(({ id, isGone }) => isGone && !isPresent(healths[id]));
  const lost = lostCameras(truth);
  const isRunning = playback.state === 'running';
  const broken = own.flatMap((one) => {
    const seen = isRunning ? brokenItem(one, truth) : [];
    return seen.length > 0 ? seen : lostItem(one, truth, lost.get(one.id));
  });
  return [...brokenProblem(broken), ...goneProblem(gone)];
}

function brokenItem({ id, name, isGone }: Camera, { troubles, nowMs }: SiteTruth): BrokenItem[] {
  const trouble = troubles[id];
  if (isGone || trouble === undefined || nowMs - trouble.sinceMs < BRIEF_MS) return [];
  const { sinceMs, leftMs, why } = trouble;
  return [{ id, name, sinceMs, leftMs, why, isCamera: true }];
}

/** Its NVR has lost it, though no tile has said so. */
function lostItem(
  { id, name, isGone }: Camera,
  { healths }: SiteTruth,
  sinceMs: number | undefined,
): BrokenItem[] {
  if (isGone || sinceMs === undefined || isPresent(healths[id])) return [];
  return [{ id, name, sinceMs, leftMs: null, why: text.health.lostCamera, isCamera: true }];
}

function brokenProblem(items: BrokenItem[]): Problem[] {
  const [first] = items;
  if (first === undefined) return [];
  const isOne = items.length === 1;
  const { notLive } = text.shell;
  return [
    {
      key: 'cameras',
      title: isOne ? notLive.title(first.name) : notLive.titleOfMany(items.length),
      headline: notLive.headline(items.length),
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
  const { gone } = text.shell;
  return [
    {
      key: 'gone',
      title: isOne ? gone.title(first.name) : gone.titleOfMany(cameras.length),
      headline: gone.headline(cameras.length),
      detail: cameras.map(({ name }) => name).join(', '),
      advice: gone.advice,
      ...{ sinceMs: null, isBroken: true, way: 'open-nvrs' },
      items: cameras.map(({ id, name }) => ({
        ...{ id, name, sinceMs: null, leftMs: null, why: '', isCamera: true },
      })),
    },
  ];
}
