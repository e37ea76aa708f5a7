import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncPreview } from '@contract/models/sync.ts';
import { Button } from '../../ui/Button.tsx';
import { LookNotes } from '../probe/index.ts';
import { ChangeList } from './ChangeList.tsx';
import { countOf } from './change-groups.ts';
import type { SyncStage } from './sync-state.ts';
import type { Sync } from './use-sync.ts';

interface SyncReviewStageProps {
  sync: Sync;
  stage: Extract<SyncStage, { at: 'review' }>;
  onClose: () => void;
}

/** The last stage: what differs, and what of it should be done. */
export function SyncReviewStage({ sync, stage, onClose }: SyncReviewStageProps): ReactNode {
  const { preview, picked } = stage;
  const { changes, unchanged, otherDevice } = preview;
  const hasChanges = changes.length > 0;
  return (
    <form
      className="probe-stage"
      onSubmit={(event) => {
        event.preventDefault();
        void sync.apply(preview, picked);
      }}
    >
      <div className="probe-stage__body sync">
        {otherDevice !== null && <OtherDevice {...otherDevice} hasChanges={hasChanges} />}
        <LookNotes of={preview} />
        {hasChanges && (
          <ChangeList
            preview={preview}
            picked={picked}
            onPick={(keys, isPicked) => sync.dispatch({ type: 'picked', keys, isPicked })}
          />
        )}
        {hasChanges && unchanged > 0 && (
          <p className="sync__unchanged">{countOf(unchanged, 'more camera')}: nothing to do.</p>
        )}
        {!hasChanges && otherDevice === null && (
          <NothingToDo
            unchanged={unchanged}
            isWhole={preview.unread.length + preview.leftOut === 0}
          />
        )}
      </div>
      <p className="probe-stage__failure" role="alert">
        {sync.state.problem}
      </p>
      <footer className="dialog__footer">
        <Button className="button button--quiet probe-stage__aside" onClick={sync.look}>
          Look again
        </Button>
        <ReviewActions sync={sync} stage={stage} onClose={onClose} />
      </footer>
    </form>
  );
}

function ReviewActions({ sync, stage: { preview, picked }, onClose }: SyncReviewStageProps) {
  const count = picked.size;
  const canAccept = preview.otherDevice !== null && count === 0;
  const isDone = preview.changes.length === 0 && preview.otherDevice === null;
  return (
    <>
      <Button data-initial-focus={count === 0 ? '' : undefined} onClick={onClose}>
        Close
      </Button>
      {!isDone && (
        <Button
          type="submit"
          tone={canAccept ? 'quiet' : 'primary'}
          data-initial-focus={count === 0 ? undefined : ''}
          isBusy={sync.state.isApplying}
          disabled={count === 0 && !canAccept}
        >
          {canAccept ? 'It is the right NVR' : `Apply ${countOf(count, 'change')}`}
        </Button>
      )}
    </>
  );
}

function OtherDevice({
  storedSerial,
  seenSerial,
  hasChanges,
}: NonNullable<SyncPreview['otherDevice']> & { hasChanges: boolean }): ReactNode {
  return (
    <section className="sync__other" role="alert">
      <TriangleAlert size={20} aria-hidden />
      <div>
        <h3>Another device answers at this address</h3>
        <dl className="device-facts">
          <dt>Known serial number</dt>
          <dd>{storedSerial}</dd>
          <dt>Answering now</dt>
          <dd>{seenSerial}</dd>
        </dl>
        <p>
          {hasChanges
            ? 'Was the NVR replaced? Then pick what to take over. '
            : 'Its cameras are the same. Was the NVR replaced? Then say that it is the right one. '}
          If not, close this and check its address.
        </p>
      </div>
    </section>
  );
}

function NothingToDo({ unchanged, isWhole }: { unchanged: number; isWhole: boolean }): ReactNode {
  return (
    <section className="sync__nothing">
      <CircleCheck size={44} strokeWidth={1.5} aria-hidden />
      <h3>{isWhole ? 'Everything is as the NVR says' : 'What could be read is as it was'}</h3>
      <p>{countOf(unchanged, 'camera')} compared, nothing to do.</p>
    </section>
  );
}
