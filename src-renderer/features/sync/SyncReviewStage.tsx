import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncPreview } from '@contract/models/sync.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { LookNotes } from '../probe/index.ts';
import { ChangeList } from './ChangeList.tsx';
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
          <p className="sync__unchanged">{text.sync.moreCameras(unchanged)}</p>
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
          {text.sync.lookAgain}
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
        {text.common.close}
      </Button>
      {!isDone && (
        <Button
          type="submit"
          tone={canAccept ? 'quiet' : 'primary'}
          data-initial-focus={count === 0 ? undefined : ''}
          isBusy={sync.state.isApplying}
          disabled={count === 0 && !canAccept}
        >
          {canAccept ? text.sync.isRightNvr : text.sync.apply(count)}
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
        <h3>{text.sync.otherDevice}</h3>
        <dl className="device-facts">
          <dt>{text.sync.knownSerial}</dt>
          <dd>{storedSerial}</dd>
          <dt>{text.sync.seenSerial}</dt>
          <dd>{seenSerial}</dd>
        </dl>
        <p>{text.sync.replaced[hasChanges ? 'changed' : 'same']}</p>
      </div>
    </section>
  );
}

function NothingToDo({ unchanged, isWhole }: { unchanged: number; isWhole: boolean }): ReactNode {
  return (
    <section className="sync__nothing">
      <CircleCheck size={44} strokeWidth={1.5} aria-hidden />
      <h3>{isWhole ? text.sync.nothingDiffers : text.sync.nothingReadDiffers}</h3>
      <p>{text.sync.compared(unchanged)}</p>
    </section>
  );
}
