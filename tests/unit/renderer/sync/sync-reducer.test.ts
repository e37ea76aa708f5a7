import { refusal } from '../../../support/refusal.ts';
import { describe, expect, it } from 'vitest';
import type { ProbeFailure } from '@contract/models/probe.ts';
import type { SyncChange, SyncOutcome, SyncPreview } from '@contract/models/sync.ts';
import { err, ok } from '@contract/result.ts';
import {
  changeGroups,
  formerChannel,
} from '../../../../src-renderer/features/sync/change-groups.ts';
import { syncAdvice } from '../../../../src-renderer/features/sync/sync-advice.ts';
import { NOT_BEGUN, syncReducer } from '../../../../src-renderer/features/sync/sync-reducer.ts';
import type { SyncAction, SyncState } from '../../../../src-renderer/features/sync/sync-state.ts';

const ID = 'a';
const WEB_PORT = { httpPort: 80, isHttps: false };
const NOW_MS = 1_000_000;

const added: SyncChange = {
  ...{ key: 'added-9', kind: 'added', channel: 9, name: 'Gate', hasSub: true, isOnline: true },
};
const renamed = (channel: number, isEditedByHand: boolean): SyncChange => ({
  ...{ key: `renamed-${channel}`, kind: 'renamed', channel, cameraId: channel },
  ...{ from: 'A', to: 'B', isEditedByHand },
});
const gone: SyncChange = { key: 'gone-3', kind: 'gone', channel: 3, cameraId: 3, name: 'Gate' };

function preview(changes: SyncChange[], more: Partial<SyncPreview> = {}): SyncPreview {
  return {
    unread: [],
    leftOut: 0,
    previewId: 'p',
    changes,
    unchanged: 1,
    otherDevice: null,
    ...more,
  };
}

function after(actions: SyncAction[], state: SyncState = NOT_BEGUN): SyncState {
  return actions.reduce(syncReducer, state);
}

const BEGAN: SyncAction = { type: 'look-began', probeId: ID };
const ended = (outcome: SyncOutcome): SyncAction => ({
  ...{ type: 'look-ended', probeId: ID, outcome, nowMs: NOW_MS },
});
const seen = (shown: SyncPreview) => after([BEGAN, ended(ok(shown))]);
const picksOf = ({ stage }: SyncState) => (stage.at === 'review' ? [...stage.picked] : null);

describe('what is picked at first', () => {
  it('is all but what would undo somebody’s work', () => {
    const state = seen(preview([renamed(1, false), renamed(2, true), gone, added]));
    expect(picksOf(state)).toEqual(['renamed-1', 'gone-3', 'added-9']);
  });

  it('is nothing where another device answers', () => {
    const otherDevice = { storedSerial: 'a', seenSerial: 'b' };
    expect(picksOf(seen(preview([gone, added], { otherDevice })))).toEqual([]);
  });

  it('can be changed one by one and all at once', () => {
    const state = seen(preview([gone, added]));
    const pick = (keys: string[], isPicked: boolean): SyncAction => ({
      ...{ type: 'picked', keys, isPicked },
    });
    expect(picksOf(after([pick(['gone-3'], false)], state))).toEqual(['added-9']);
    expect(picksOf(after([pick(['gone-3', 'added-9'], false)], state))).toEqual([]);
    expect(picksOf(after([pick(['gone-3'], false), pick(['gone-3'], true)], state))).toHaveLength(
      2,
    );
  });
});

describe('a look', () => {
  const progress = { step: 'reach', state: 'done' } as const;

  it('shows its steps, and nothing of another look', () => {
    const state = after([
      BEGAN,
      { type: 'look-progressed', probeId: ID, progress },
      { type: 'look-progressed', probeId: 'old', progress: { ...progress, step: 'login' } },
      { ...ended(ok(preview([]))), probeId: 'old' } as SyncAction,
      { type: 'look-refused', probeId: 'old', error: refusal('not-found', 'x') },
    ]);
    expect(state.stage).toEqual({ at: 'looking', probeId: ID, progress: { reach: progress } });
  });

  it.each([
    [30_000, NOW_MS + 30_000],
    [null, null],
  ])('that met a lock of %s ms says when it ends: %s', (unlockInMs, endsAtMs) => {
    const told = { step: 'login', kind: 'locked' } as const;
    const { stage } = after([BEGAN, ended(err({ ...told, unlockInMs }))]);
    expect(stage).toMatchObject({
      at: 'failed',
      endsAtMs,
      progress: { login: { state: 'failed' } },
    });
  });

  it('that main refused says why', () => {
    const error = refusal('invalid-request', 'No list.');
    const { stage } = after([BEGAN, { type: 'look-refused', probeId: ID, error }]);
    expect(stage).toEqual({ at: 'refused', error });
  });

  it('moves the focus with each new stage', () => {
    const state = after([BEGAN]);
    expect(after([ended(ok(preview([])))], state).attention).toBe(state.attention + 1);
  });
});

describe('applying', () => {
  it('that fails keeps the picks and says why, and looking again forgets it', () => {
    const state = seen(preview([added]));
    const error = refusal('not-found', 'Look again.');
    const failed = after([{ type: 'apply-began' }, { type: 'apply-refused', error }], state);
    expect(failed).toMatchObject({ stage: state.stage, problem: 'Look again.', isApplying: false });
    expect(after([BEGAN], failed).problem).toBeNull();
  });
});

describe('the list', () => {
  it('is grouped by what happened, without empty groups', () => {
    const groups = changeGroups([renamed(1, false), gone, renamed(4, true), added]);
    expect(groups.map(({ kind, changes }) => [kind, changes.length])).toEqual([
      ['added', 1],
      ['renamed', 2],
      ['gone', 1],
    ]);
  });

  it('says where a camera may have been before', () => {
    expect(formerChannel(added, preview([gone, added]))).toBe(3);
    expect(formerChannel(added, preview([added]))).toBeNull();
    expect(formerChannel(gone, preview([gone, added]))).toBeNull();
  });
});

describe('advice for a recorder that is there already', () => {
  it.each(['no-isapi', 'bad-answer', 'wrong-password', 'certificate-changed'] as const)(
    'after %s does not send anybody to the form that adds one',
    (kind) => {
      const { title, advice } = syncAdvice({ kind } as ProbeFailure, WEB_PORT);
      expect(title).not.toBe('');
      expect(advice).not.toMatch(/by number|Go back/);
    },
  );
});
