import type { HealthProblem } from '@contract/models/health.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import type { Problem, ProblemItem, SiteTruth } from './problem.ts';

/** What main finds out of NVRs themselves; of lost cameras see `lostCameras`. */
type NvrProblem = Exclude<HealthProblem, { kind: 'camera-lost' }>;
type Kind = NvrProblem['kind'];

const KINDS: readonly Kind[] = ['disk', 'no-disk', 'event-channel', 'clock'];
/** Something to read: pictures and recordings go on. */
const CALM: ReadonlySet<Kind> = new Set(['clock']);

/** What is wrong with NVRs whose login holds, one entry a kind. One that is down has one cause, which is said already. */
export function healthProblems(truth: SiteTruth, covered: ReadonlySet<number>): Problem[] {
  const all = truth.nvrs
    .filter(({ id, isEnabled }) => isEnabled && !covered.has(id))
    .flatMap((nvr) =>
      (truth.nvrHealths[nvr.id]?.problems ?? [])
        .filter((problem) => problem.kind !== 'camera-lost')
        .map((problem) => ({ nvr, problem })),
    );
  return KINDS.flatMap((kind) => {
    const concerned = all.filter(({ problem }) => problem.kind === kind);
    return concerned.length === 0 ? [] : [problemOf(kind, concerned)];
  });
}

/** Cameras that their NVR has lost, with since when, by camera. A picture that is seen is right, whatever the NVR says. */
export function lostCameras({ nvrHealths }: SiteTruth): ReadonlyMap<number, number> {
  return new Map(
    Object.values(nvrHealths)
      .flatMap(({ problems }) => problems)
      .flatMap((problem) =>
        problem.kind === 'camera-lost' ? [[problem.cameraId, problem.sinceMs] as const] : [],
      ),
  );
}

interface Concerned {
  nvr: NvrWithLogin;
  problem: NvrProblem;
}

function problemOf(kind: Kind, concerned: readonly Concerned[]): Problem {
  const words = text.health.problems[kind];
  const items = itemsOf(concerned);
  const [only] = items;
  const isOne = only !== undefined && items.length === 1;
  return {
    key: kind,
    title: isOne ? words.title(only.name, only.why) : words.many(items.length),
    headline: words.many(items.length),
    detail: items.map(({ name }) => name).join(', '),
    advice: words.advice,
    sinceMs: Math.min(...concerned.map(({ problem }) => problem.sinceMs)),
    isBroken: !CALM.has(kind),
    way: 'open-health',
    items,
  };
}

/** One an NVR, however many of its disks are broken. */
function itemsOf(concerned: readonly Concerned[]): ProblemItem[] {
  const nvrs = [...new Set(concerned.map(({ nvr }) => nvr))];
  return nvrs.map(({ id, name }) => {
    const own = concerned.filter(({ nvr }) => nvr.id === id).map(({ problem }) => problem);
    return {
      ...{ id, name, isCamera: false, leftMs: null },
      sinceMs: Math.min(...own.map(({ sinceMs }) => sinceMs)),
      why: own.map(whyOf).join(', '),
    };
  });
}

function whyOf(problem: NvrProblem): string {
  switch (problem.kind) {
    case 'disk':
      return text.health.diskFault(problem.disk, problem.state);
    case 'clock':
      return text.health.drift(problem.driftMs);
    case 'event-channel':
      return text.health.channel[problem.state];
    case 'no-disk':
      return '';
  }
}
