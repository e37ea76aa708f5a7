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
import type { Subject } from '../permission.ts';

const ofNvr = ({ id }: { id: number }): Subject => ({ nvrs: [id] });

/** Requests about recorders. */
export const nvrRequests = {
  'nvr:list': request({ permission: 'watch', output: typed<NvrWithLogin[]>() }),
  /** Looks at a recorder; stores nothing. It sends a password, and a recorder may lock its account over a wrong one. */
  'nvr:probe': request({
    permission: 'manage',
    input: probeRequestSchema,
    output: typed<ProbeOutcome>(),
  }),
  /** Asks which channels a device without such a list has; stores nothing. `nvr:cancel-probe` ends it, too. */
  'nvr:scan-channels': request({
    permission: 'manage',
    input: channelScanSchema,
    output: typed<ChannelScanOutcome>(),
  }),
  'nvr:cancel-probe': request({
    permission: 'watch',
    input: z.strictObject({ probeId: z.uuid() }),
    output: typed<null>(),
  }),
  'nvr:add': request({ permission: 'manage', input: newNvrSchema, output: typed<Nvr>() }),
  'nvr:set-password': request({
    permission: 'manage',
    input: newPasswordSchema,
    output: typed<null>(),
    concerns: ofNvr,
  }),
  'nvr:edit': request({
    permission: 'manage',
    input: nvrEditSchema,
    output: typed<Nvr>(),
    concerns: ofNvr,
  }),
  'nvr:set-enabled': request({
    permission: 'manage',
    input: nvrEnabledSchema,
    output: typed<null>(),
    concerns: ofNvr,
  }),
  'nvr:remove': request({
    permission: 'manage',
    input: z.strictObject({ id: z.number().int().positive() }),
    output: typed<UndoTicket>(),
    concerns: ofNvr,
  }),
  /** Compares a recorder's own list with what is stored; stores nothing. */
  'nvr:preview-sync': request({
    permission: 'manage',
    input: syncRequestSchema,
    output: typed<SyncOutcome>(),
    concerns: ofNvr,
  }),
  'nvr:apply-sync': request({
    permission: 'manage',
    input: syncPicksSchema,
    output: typed<SyncApplied>(),
    concerns: ofNvr,
  }),
};

/** What main tells about recorders. */
export const nvrEvents = {
  /** How one recorder is now. */
  'recorder:changed': event<RecorderState>(),
  'nvr:probe-progress': event<ProbeProgressEvent>(),
  'nvr:scan-progress': event<ChannelScanEvent>(),
};
