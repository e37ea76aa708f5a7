import type { Refusal } from '../../../api/ipc-client.ts';
import type { ChannelScanOutcome, ScannedChannel } from '@contract/models/channel-scan.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import type { ProbeFailure, ProbeProgress, ProbeReport } from '@contract/models/probe.ts';
import type { ProbeOutcome } from '@contract/models/probe-request.ts';
import type { StepProgress } from '../../probe/index.ts';

/** What is typed, as the fields hold it. */
export interface NvrEntries {
  name: string;
  host: string;
  isHttps: boolean;
  httpPort: string;
  rtspPort: string;
  username: string;
  password: string;
  /** Only a device that is stored can be allowed this. */
  isBasicAllowed: boolean;
  /** How the device names its streams; `single` only while a single camera is edited. */
  vendor: StreamLayout['kind'];
  /** With `custom` and `single`. An empty sub means none. */
  mainTemplate: string;
  subTemplate: string;
  maxChannels: string;
}

/** A text field's name. */
export type NvrField = Exclude<keyof NvrEntries, 'isHttps' | 'isBasicAllowed' | 'vendor'>;

/** Under which name main speaks about a field. */
export function errorName(field: NvrField): string {
  if (field === 'mainTemplate') return 'layout.main';
  return field === 'subTemplate' ? 'layout.sub' : field;
}

/** What the dialog shows. */
export type AddNvrStage =
  | { at: 'entries'; way: 'import' | 'pattern' }
  | { at: 'checking'; probeId: string; progress: StepProgress }
  /** `endsAtMs`: when a lock is over, by `performance.now()`; null: unknown or no lock. */
  | { at: 'failed'; failure: ProbeFailure; progress: StepProgress; endsAtMs: number | null }
  | { at: 'scanning'; probeId: string; checked: number; total: number }
  | { at: 'scanned'; channels: ScannedChannel[]; chosen: ReadonlySet<number> }
  | { at: 'review'; report: ProbeReport; chosen: ReadonlySet<number> };

/** The whole form. Entries live beside the stages, so that no way back loses any. */
export interface AddNvrState {
  entries: NvrEntries;
  /** The certificate a person accepted for this address. */
  acceptedFingerprint: string | null;
  stage: AddNvrStage;
  /** By pattern: ask which channels answer before they are added. */
  isScanWanted: boolean;
  errors: Record<string, string>;
  /** An error that belongs to no field. */
  failure: string | null;
  isSaving: boolean;
  /** Counts up whenever the focus belongs to what the form now asks for. */
  attention: number;
}

/** All that can happen to the form. */
export type AddNvrAction =
  | { type: 'typed'; field: NvrField; text: string }
  /** Somebody is done with the address: a pasted one is taken apart. */
  | { type: 'address-left' }
  | { type: 'https-switched'; isHttps: boolean }
  /** The recorder said itself at which port it speaks HTTPS. */
  | { type: 'https-taken'; port: number }
  | { type: 'basic-switched'; isAllowed: boolean }
  | { type: 'vendor-chosen'; vendor: StreamLayout['kind'] }
  | { type: 'scan-wanted'; isWanted: boolean }
  | { type: 'scan-began'; probeId: string; total: number }
  | { type: 'scan-progressed'; probeId: string; checked: number; total: number }
  | { type: 'scan-ended'; probeId: string; outcome: ChannelScanOutcome }
  | { type: 'way-chosen'; way: 'import' | 'pattern' }
  | { type: 'fields-refused'; fields: Record<string, string> }
  | { type: 'check-began'; probeId: string; acceptedFingerprint: string | null }
  | { type: 'check-progressed'; probeId: string; progress: ProbeProgress }
  | { type: 'check-ended'; probeId: string; outcome: ProbeOutcome; nowMs: number }
  | { type: 'check-refused'; probeId: string; error: Refusal }
  | { type: 'went-back' }
  | { type: 'channels-chosen'; channels: readonly number[]; isChosen: boolean }
  | { type: 'rtsp-port-taken'; port: number }
  | { type: 'save-began' }
  | { type: 'save-refused'; error: Refusal };
