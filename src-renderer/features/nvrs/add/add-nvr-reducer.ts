import type { Refusal } from '../../../api/ipc-client.ts';
import type { ProbeReport } from '@contract/models/probe.ts';
import type { ProbeOutcome } from '@contract/models/probe-request.ts';
import {
  errorName,
  type AddNvrAction,
  type AddNvrStage,
  type AddNvrState,
  type NvrEntries,
  type NvrField,
} from './add-nvr-state.ts';
import { failureText } from '../../../text/probe-text.ts';
import { failedStep } from '../../probe/index.ts';
import { takenApart } from '../entries/pasted-address.ts';
import { proposedName } from '../entries/proposed-name.ts';

const HTTP_PORT = '80';
const HTTPS_PORT = '443';
const RTSP_PORT = '554';

/** Another address is another device: what was accepted for the first one says nothing about it. */
const ADDRESS_FIELDS: readonly NvrField[] = ['host', 'httpPort'];

/** An empty form with Hikvision's factory ports and the most common recorder size. */
export const EMPTY_FORM: AddNvrState = {
  entries: {
    ...{ name: '', host: '', isHttps: false, httpPort: HTTP_PORT, rtspPort: RTSP_PORT },
    ...{ username: '', password: '', isBasicAllowed: false, maxChannels: '16' },
    ...{ vendor: 'hikvision', mainTemplate: '', subTemplate: '' },
  },
  acceptedFingerprint: null,
  stage: { at: 'entries', way: 'import' },
  isScanWanted: false,
  errors: {},
  failure: null,
  isSaving: false,
  attention: 0,
};

/** What the form becomes when something happens to it. */
export function addNvrReducer(state: AddNvrState, action: AddNvrAction): AddNvrState {
  switch (action.type) {
    case 'typed':
      return typed(state, action.field, action.text);
    case 'address-left':
      return { ...state, entries: takenApart(state.entries) };
    case 'https-switched':
      return switchHttps(state, action.isHttps);
    case 'https-taken':
      return withHttps(state, true, String(action.port));
    case 'basic-switched':
      return withEntries(state, { isBasicAllowed: action.isAllowed });
    case 'vendor-chosen':
      return { ...state, entries: { ...state.entries, vendor: action.vendor }, errors: {} };
    case 'scan-wanted':
      return { ...state, isScanWanted: action.isWanted };
    case 'scan-began': {
      const { probeId, total } = action;
      return enter(state, { at: 'scanning', probeId, checked: 0, total });
    }
    case 'scan-progressed':
    case 'scan-ended':
      return isOf(state.stage, 'scanning', action.probeId) ? scanned(state, action) : state;
    case 'way-chosen':
      return enter(state, { at: 'entries', way: action.way });
    case 'fields-refused':
      return { ...state, errors: action.fields, attention: state.attention + 1 };
    case 'check-began': {
      const { probeId, acceptedFingerprint } = action;
      return { ...enter(state, { at: 'checking', probeId, progress: {} }), acceptedFingerprint };
    }
    case 'check-progressed': {
      const { stage } = state;
      if (!isOf(stage, 'checking', action.probeId)) return state;
      const { progress } = action;
      const known = { ...stage.progress, [progress.step]: progress };
      return { ...state, stage: { ...stage, progress: known } };
    }
    case 'check-ended':
      return isOf(state.stage, 'checking', action.probeId)
        ? ended(state, state.stage, action.outcome, action.nowMs)
        : state;
    case 'check-refused':
      return isOf(state.stage, 'checking', action.probeId) ||
        isOf(state.stage, 'scanning', action.probeId)
        ? refused(state, action.error)
        : state;
    case 'went-back':
      return enter(state, { at: 'entries', way: wayOf(state.stage) });
    case 'channels-chosen':
      return choose(state, action.channels, action.isChosen);
    case 'rtsp-port-taken':
      return withEntries(state, { rtspPort: String(action.port) });
    case 'save-began':
      return { ...state, isSaving: true, failure: null, errors: {} };
    case 'save-refused':
      return refused({ ...state, isSaving: false }, action.error);
  }
}

function withEntries(state: AddNvrState, entries: Partial<NvrEntries>): AddNvrState {
  return { ...state, entries: { ...state.entries, ...entries } };
}

function enter(state: AddNvrState, stage: AddNvrStage): AddNvrState {
  return { ...state, stage, errors: {}, failure: null, attention: state.attention + 1 };
}

function typed(state: AddNvrState, field: NvrField, text: string): AddNvrState {
  const { [errorName(field)]: _fixed, ...errors } = state.errors;
  const isElsewhere = ADDRESS_FIELDS.includes(field);
  return {
    ...{ ...state, errors, failure: null },
    entries: { ...state.entries, [field]: text },
    acceptedFingerprint: isElsewhere ? null : state.acceptedFingerprint,
  };
}

/** The port follows the switch only while it is the factory's: a port that somebody typed stays. */
function switchHttps(state: AddNvrState, isHttps: boolean): AddNvrState {
  const { httpPort } = state.entries;
  const usual = isHttps ? HTTP_PORT : HTTPS_PORT;
  const next = httpPort.trim() === usual ? (isHttps ? HTTPS_PORT : HTTP_PORT) : httpPort;
  return withHttps(state, isHttps, next);
}

function withHttps(state: AddNvrState, isHttps: boolean, httpPort: string): AddNvrState {
  return { ...state, entries: { ...state.entries, isHttps, httpPort }, acceptedFingerprint: null };
}

function isOf<A extends 'checking' | 'scanning'>(
  stage: AddNvrStage,
  at: A,
  probeId: string,
): stage is Extract<AddNvrStage, { at: A }> {
  return stage.at === at && 'probeId' in stage && stage.probeId === probeId;
}

/** Channels are scanned only where they are added by pattern, and back leads there. */
function wayOf(stage: AddNvrStage): 'import' | 'pattern' {
  return stage.at === 'scanning' || stage.at === 'scanned' ? 'pattern' : 'import';
}

function scanned(
  state: AddNvrState,
  action: Extract<AddNvrAction, { type: 'scan-progressed' | 'scan-ended' }>,
): AddNvrState {
  if (action.type === 'scan-progressed') {
    const { probeId, checked, total } = action;
    return { ...state, stage: { at: 'scanning', probeId, checked, total } };
  }
  const { outcome } = action;
  if (outcome.ok) {
    const channels = outcome.value;
    const answering = channels.filter(({ isThere }) => isThere).map(({ channel }) => channel);
    return enter(state, { at: 'scanned', channels, chosen: new Set(answering) });
  }
  const { kind } = outcome.error;
  const message = failureText(outcome.error);
  const entries = enter(state, { at: 'entries', way: 'pattern' });
  if (kind === 'cancelled') return entries;
  return kind === 'wrong-password'
    ? { ...entries, errors: { password: message } }
    : { ...entries, failure: message };
}

function ended(
  state: AddNvrState,
  stage: Extract<AddNvrStage, { at: 'checking' }>,
  outcome: ProbeOutcome,
  nowMs: number,
): AddNvrState {
  if (outcome.ok) {
    const report = outcome.value;
    const chosen = new Set(report.channels.map(({ channel }) => channel));
    const name = state.entries.name.trim() || proposedName(report.device, state.entries.host);
    const entries = { ...state.entries, name, rtspPort: rtspPortOf(state.entries, report) };
    return { ...enter(state, { at: 'review', report, chosen }), entries };
  }
  const failure = outcome.error;
  const entering: AddNvrStage = { at: 'entries', way: 'import' };
  if (failure.kind === 'cancelled') return enter(state, entering);
  if (failure.kind === 'wrong-password') {
    return { ...enter(state, entering), errors: { password: failureText(failure) } };
  }
  const unlockInMs = failure.kind === 'locked' ? failure.unlockInMs : null;
  const endsAtMs = unlockInMs === null ? null : nowMs + unlockInMs;
  // The answer may overtake the last progress events.
  const progress = { ...stage.progress, [failure.step]: failedStep(failure) };
  return enter(state, { at: 'failed', failure, progress, endsAtMs });
}

/** The recorder's own port takes the factory's place; one that somebody typed may be forwarded, and stays. */
function rtspPortOf({ rtspPort }: NvrEntries, report: ProbeReport): string {
  const isFactory = rtspPort.trim() === RTSP_PORT;
  return isFactory && report.rtspPort !== null ? String(report.rtspPort) : rtspPort;
}

/** A refusal of main that names fields leads back to them; only the name can be changed where the list is shown. */
function refused(state: AddNvrState, { message, fields }: Refusal): AddNvrState {
  const { stage } = state;
  const canStay =
    stage.at === 'entries' ||
    ((stage.at === 'review' || stage.at === 'scanned') &&
      (fields === undefined || isAboutName(fields)));
  const next: AddNvrStage = canStay ? stage : { at: 'entries', way: wayOf(stage) };
  const failure = fields === undefined ? message : null;
  return { ...enter(state, next), errors: fields ?? {}, failure };
}

function isAboutName(fields: Record<string, string>): boolean {
  return Object.keys(fields).every((field) => field === 'name');
}

function choose(state: AddNvrState, channels: readonly number[], isChosen: boolean): AddNvrState {
  const { stage } = state;
  if (stage.at !== 'review' && stage.at !== 'scanned') return state;
  const chosen = new Set(stage.chosen);
  for (const channel of channels) {
    if (isChosen) chosen.add(channel);
    else chosen.delete(channel);
  }
  return { ...state, stage: { ...stage, chosen } };
}
