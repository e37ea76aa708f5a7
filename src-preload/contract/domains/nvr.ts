import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import {
  type ChannelScanEvent,
  type ChannelScanOutcome,
  channelScanSchema,
} from '../models/channel-scan.ts';
import {
  newNvrSchema,
  newPasswordSchema,
  type Nvr,
  nvrEditSchema,
  nvrEnabledSchema,
  type NvrWithLogin,
  type RecorderState,
} from '../models/nvr.ts';
import {
  type ProbeOutcome,
  type ProbeProgressEvent,
  probeRequestSchema,
} from '../models/probe-request.ts';
import {
  type SyncApplied,
  type SyncOutcome,
  syncPicksSchema,
  syncRequestSchema,
} from '../models/sync.ts';
import type { UndoTicket } from '../models/undo.ts';

/** Requests about recorders. */
export const nvrRequests = {
  'nvr:list': request({ access: 'anyone', output: typed<NvrWithLogin[]>() }),
  /** Looks at a recorder; stores nothing. It sends a password, and a recorder may lock its account over a wrong one. */
  'nvr:probe': request({
    access: 'admin',
    input: probeRequestSchema,
    output: typed<ProbeOutcome>(),
  }),
  /** Asks which channels a device without such a list has; stores nothing. `nvr:cancel-probe` ends it, too. */
  'nvr:scan-channels': request({
    access: 'admin',
    input: channelScanSchema,
    output: typed<ChannelScanOutcome>(),
  }),
  'nvr:cancel-probe': request({
    access: 'anyone',
    input: z.strictObject({ probeId: z.uuid() }),
    output: typed<null>(),
  }),
  'nvr:add': request({ access: 'admin', input: newNvrSchema, output: typed<Nvr>() }),
  'nvr:set-password': request({
    access: 'admin',
    input: newPasswordSchema,
    output: typed<null>(),
  }),
  'nvr:edit': request({ access: 'admin', input: nvrEditSchema, output: typed<Nvr>() }),
  'nvr:set-enabled': request({ access: 'admin', input: nvrEnabledSchema, output: typed<null>() }),
  'nvr:remove': request({
    access: 'admin',
    input: z.strictObject({ id: z.number().int().positive() }),
    output: typed<UndoTicket>(),
  }),
  /** Compares a recorder's own list with what is stored; stores nothing. */
  'nvr:preview-sync': request({
    access: 'admin',
    input: syncRequestSchema,
    output: typed<SyncOutcome>(),
  }),
  'nvr:apply-sync': request({
    access: 'admin',
    input: syncPicksSchema,
    output: typed<SyncApplied>(),
  }),
};

/** What main tells about recorders. */
export const nvrEvents = {
  /** Recorders or cameras were added, changed or removed: list them again. */
  'nvr:changed': event<null>(),
  /** How one recorder is now. */
  'recorder:changed': event<RecorderState>(),
  'nvr:probe-progress': event<ProbeProgressEvent>(),
  'nvr:scan-progress': event<ChannelScanEvent>(),
};
