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
  const items = concerned.map(itemOf);
  const [only] = items;
  const nvrs = new Set(concerned.map(({ nvr }) => nvr.id)).size;
  return {
    key: kind,
    title:
      only !== undefined && items.length === 1
        ? words.title(only.name, only.why)
        : words.many(nvrs),
    headline: words.many(nvrs),
    detail: [...new Set(items.map(({ name }) => name))].join(', '),
    advice: words.advice,
    sinceMs: Math.min(...concerned.map(({ problem }) => problem.sinceMs)),
    isBroken: !CALM.has(kind),
    way: 'open-health',
    items,
  };
}

function itemOf({ nvr, problem }: Concerned): ProblemItem {
  const { sinceMs } = problem;
  const disk = problem.kind === 'disk' ? problem.disk : 0;
  return {
    // One NVR may have several: a list needs a number for each.
    id: nvr.id * 1_000 + disk,
    ...{ name: nvr.name, sinceMs, isCamera: false, leftMs: null, why: whyOf(problem) },
  };
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
