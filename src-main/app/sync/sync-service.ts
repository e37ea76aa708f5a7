import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { DEVICE_TEXT_MAX_CHARS, type Nvr } from '@contract/models/nvr.ts';
import type { ProbeFailure, ProbeProgress, ProbeReport } from '@contract/models/probe.ts';
import type {
  SyncApplied,
  SyncChange,
  SyncOutcome,
  SyncPicks,
  SyncPreview,
  SyncRequest,
} from '@contract/models/sync.ts';
import { shortText } from '@contract/models/usable-name.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { listCameraRows } from '../db/repositories/camera-repository.ts';
import { findNvr } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import { probeDevice, type ProbeOptions } from '../isapi/probe/probe-device.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import type { NvrProbeService } from '../nvr/nvr-probe-service.ts';
import type { Recorder } from '../recorders/recorder.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { readPassword } from '../secrets/stored-password.ts';
import { applyChanges, rememberDevice, rememberNames } from './apply-changes.ts';
import { diffChannels } from './diff-channels.ts';
import { knownRefusal, refusalOf } from './known-refusal.ts';

/** Longer than anybody reads a list of changes, and short enough that the list still tells how the recorder is. */
const PREVIEW_MS = 15 * 60 * 1000;
/** Earlier versions kept this much of a serial number. */
const EARLIER_MAX_CHARS = 64;

/** A recorder that lists nothing tells nothing; taken at its word, every camera would be gone. */
const LISTS_NOTHING: ProbeFailure = {
  step: 'channels',
  kind: 'bad-answer',
  answer: 'no-cameras',
};

/** What the service works with. */
export interface SyncServiceOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  recorders: RecorderRegistry;
  probes: NvrProbeService;
  log: Logger;
  redactor: Redactor;
}

interface KeptPreview {
  preview: SyncPreview;
  report: ProbeReport;
  /** As it was asked. */
  nvr: Nvr;
  /** performance.now() */
  expiresAtMs: number;
}

/** Compares recorders with what is stored, and makes those differences true that somebody picks. */
export class SyncService {
  readonly #options: SyncServiceOptions;
  /** The latest of each recorder. */
  readonly #kept = new Map<number, KeptPreview>();

  constructor(options: SyncServiceOptions) {
    this.#options = options;
  }

  /** Asks the recorder and says what differs. No camera is changed; nothing is sent where the login is known to be refused. */
  preview({ id, probeId }: SyncRequest): Promise<Result<SyncOutcome>> {
    const { probes } = this.#options;
    const onProgress = (progress: ProbeProgress): void =>
      probes.progress.emit({ probeId, progress });
    return probes.run(probeId, (signal) => this.#look(id, { signal, onProgress }));
  }

  /** Makes the picked changes that are still as they were shown, all or none. */
  async apply({ id, previewId, keys }: SyncPicks): Promise<Result<SyncApplied>> {
    const kept = this.#kept.get(id);
    if (kept?.preview.previewId !== previewId || kept.expiresAtMs < performance.now()) {
      return err(lookAgain());
    }
    const made = await this.#options.db.transaction().execute((trx) => apply(trx, kept, keys));
    if (made === null) return err(lookAgain());
    this.#kept.delete(id);
    const changed = new Set(made.map(({ channel }) => channel)).size;
    this.#options.log.info('recorder synced', { nvr: id, changes: made.length });
    await this.#options.recorders.noteRows();
    return ok({ changed });
  }

  async #look(
    id: number,
    tools: Pick<ProbeOptions, 'signal' | 'onProgress'>,
  ): Promise<Result<SyncOutcome>> {
    const { db, secrets, recorders, redactor } = this.#options;
    const recorder = recorders.get(id);
    const nvr = await findNvr(db, id);
    if (nvr === undefined || recorder === undefined)
      return err(appError('not-found', message('nvr-removed')));
    const obstacle = obstacleTo(nvr);
    if (obstacle !== null) return err(obstacle);
    // Two logins side by side would cost two tries: one that is about to be checked is checked first.
    const { login } = recorder;
    if (login.state.state === 'checking') await login.check();
    await login.settled();
    const known = knownRefusal(login.state, Date.now());
    if (known !== null) return ok(err(known));
    const stored = await readPassword(db, secrets, id);
    if (!stored.ok) return stored;
    const password = stored.value;
    redactor.add(password);
    const seen = await probeDevice(recorder.http.clientForCheck(nvr, password), tools);
    if (!seen.ok) {
      await this.#tellLogin(recorder, nvr, password, seen.error);
      return ok(seen);
    }
    if (seen.value.channels.length === 0) return ok(err(LISTS_NOTHING));
    return ok(ok(await this.#compare(nvr, seen.value)));
  }

  /** A password that is refused here would be refused to every tile. */
  async #tellLogin(
    { login }: Recorder,
    nvr: Nvr,
    password: string,
    failure: ProbeFailure,
  ): Promise<void> {
    const { db, secrets } = this.#options;
    const refusal = refusalOf(failure);
    if (refusal === null && failure.kind !== 'wrong-password') return;
    const [now, stored] = await Promise.all([
      findNvr(db, nvr.id),
      readPassword(db, secrets, nvr.id),
    ]);
    // Somebody may have mended the login meanwhile.
    const isStillStored = stored.ok && stored.value === password && now && isSameLogin(nvr, now);
    if (!isStillStored) return;
    if (refusal !== null) await login.learnRefusal(refusal);
    else await login.recheck();
  }

  async #compare(nvr: Nvr, report: ProbeReport): Promise<SyncPreview> {
    const { db } = this.#options;
    const diff = diffChannels(report, await listCameraRows(db, nvr.id));
    const otherDevice = differingSerials(nvr.serial, report.device.serial);
    if (otherDevice === null) await rememberNames(db, diff);
    const { changes, unchanged } = diff;
    const { unread, leftOut } = report;
    const found = { changes, unchanged, otherDevice, unread, leftOut };
    const preview = { previewId: randomUUID(), ...found };
    const expiresAtMs = performance.now() + PREVIEW_MS;
    this.#kept.set(nvr.id, { preview, report, nvr, expiresAtMs });
    return preview;
  }
}

/** Null: the recorder is not the one any more that was asked. */
async function apply(
  trx: Kysely<Schema>,
  { preview, report, nvr: asked }: KeptPreview,
  keys: readonly string[],
): Promise<SyncChange[] | null> {
  const nvr = await findNvr(trx, asked.id);
  if (nvr === undefined || obstacleTo(nvr) !== null || !isSameLogin(asked, nvr)) return null;
  const diff = diffChannels(report, await listCameraRows(trx, nvr.id));
  // What was edited since it was shown is no longer what somebody picked.
  const picked = diff.changes.filter(
    (change) =>
      keys.includes(change.key) &&
      preview.changes.some((shown) => isDeepStrictEqual(shown, change)),
  );
  await applyChanges(trx, nvr, report.channels, picked);
  await rememberNames(trx, diff);
  await rememberDevice(trx, nvr.id, report.device);
  return picked;
}

function obstacleTo(nvr: Nvr): AppError | null {
  if (nvr.layout.kind !== 'hikvision') {
    return appError('invalid-request', message('nvr-without-list'));
  }
  if (nvr.isEnabled) return null;
  return appError('invalid-request', message('nvr-disabled'));
}

function lookAgain(): AppError {
  return appError('not-found', message('list-outdated'));
}

function isSameLogin(before: Nvr, now: Nvr): boolean {
  return (
    before.host === now.host &&
    before.httpPort === now.httpPort &&
    before.isHttps === now.isHttps &&
    before.username === now.username
  );
}

function differingSerials(stored: string | null, seen: string | null): SyncPreview['otherDevice'] {
  if (stored === null || seen === null) return null;
  const kept = shortText(seen, DEVICE_TEXT_MAX_CHARS);
  const known = [kept, shortText(seen, EARLIER_MAX_CHARS)];
  if (known.some((each) => sameSerial(each) === sameSerial(stored))) return null;
  return { storedSerial: stored, seenSerial: seen };
}

/** Firmware versions differ in the case and the spaces of one and the same number. */
function sameSerial(serial: string): string {
  return serial.replaceAll(/\s/g, '').toLowerCase();
}
