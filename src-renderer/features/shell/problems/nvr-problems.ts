import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { clockTime } from '../../../text/clock-time.ts';
import { isPresent } from '../../../store/tile-store.ts';
import type { Problem, SiteTruth } from './problem.ts';

/** Why a recorder's cameras have no pictures. */
type NvrCause = Exclude<NvrLogin['state'], 'accepted'>;

/** What is wrong with recorders, one entry a cause, the newest first, and the ids of those whose cameras need no entry of their own. */
export function nvrProblems(truth: SiteTruth): { nvrs: Problem[]; covered: ReadonlySet<number> } {
  const byCause = new Map<NvrCause, NvrWithLogin[]>();
  for (const nvr of truth.nvrs) {
    const cause = causeOf(nvr, truth);
    if (cause !== null) byCause.set(cause, [...(byCause.get(cause) ?? []), nvr]);
  }
  return {
    nvrs: [...byCause]
      .map(([cause, concerned]) => problemOf(cause, concerned))
      .sort((a, b) => (b.sinceMs ?? 0) - (a.sinceMs ?? 0)),
    covered: new Set(
      [...byCause.values(), truth.nvrs.filter((nvr) => isWaitingForKeychain(nvr, truth))]
        .flat()
        .map(({ id }) => id),
    ),
  };
}

/** Its password cannot be read: the keychain is what is wrong, and that is said once. */
function isWaitingForKeychain({ login }: NvrWithLogin, { secrets }: SiteTruth): boolean {
  return login.state === 'checking' && secrets.state === 'unavailable';
}

/** Null: nothing is known to be wrong. A recorder that shows pictures is not down, whatever a look at its port says. */
function causeOf(nvr: NvrWithLogin, truth: SiteTruth): NvrCause | null {
  const { cameras, healths } = truth;
  if (!nvr.isEnabled || isWaitingForKeychain(nvr, truth)) return null;
  const { state } = nvr.login;
  if (state === 'checking') return nvr.sinceMs === null ? null : state;
  if (state !== 'accepted') return state;
  if (nvr.isAnswering) return null;
  const isPlaying = cameras.some(({ id, nvrId }) => nvrId === nvr.id && isPresent(healths[id]));
  return isPlaying ? null : 'unreachable';
}

function problemOf(cause: NvrCause, nvrs: readonly NvrWithLogin[]): Problem {
  const known = nvrs.flatMap(({ sinceMs }) => (sinceMs === null ? [] : [sinceMs]));
  return {
    key: cause,
    title: text.shell.nvrDown[cause](subjectOf(nvrs)),
    headline: text.shell.nvrDown[cause](kindOf(nvrs)),
    detail: nvrs.map(({ name }) => name).join(', '),
    advice: cause === 'locked' ? lockAdvice(nvrs) : text.shell.nvrAdvice[cause],
    sinceMs: known.length === 0 ? null : Math.min(...known),
    isBroken: true,
    way: cause === 'unreachable' || cause === 'checking' ? null : 'open-nvrs',
    items: nvrs.map(({ id, name, sinceMs }) => ({
      ...{ id, name, sinceMs, isCamera: false, leftMs: null, why: '' },
    })),
  };
}

/** "NVR “Gate”", "25 NVRs". */
function subjectOf(nvrs: readonly NvrWithLogin[]): string {
  const [first] = nvrs;
  return first !== undefined && nvrs.length === 1
    ? text.shell.named(kindOf(nvrs), first.name)
    : kindOf(nvrs);
}

/** "NVR", "25 NVRs": what is legible from across the room. */
function kindOf(nvrs: readonly NvrWithLogin[]): string {
  const areCameras = nvrs.every(({ layout }) => layout.kind === 'single');
  if (nvrs.length === 1) return areCameras ? text.shell.oneCamera : text.shell.oneNvr;
  return text.common[areCameras ? 'cameras' : 'nvrs'](nvrs.length);
}

function lockAdvice(nvrs: readonly NvrWithLogin[]): string {
  const untilMs = nvrs.flatMap(({ login }) => (login.state === 'locked' ? [login.untilMs] : []));
  return text.shell.nvrAdvice.locked(clockTime(Math.max(...untilMs)));
}
