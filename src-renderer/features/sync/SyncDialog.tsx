import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Nvr } from '@contract/models/nvr.ts';
import { text } from '../../text/catalogue.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { CheckStage } from '../probe/index.ts';
import { useAttention } from '../../ui/use-attention.ts';
import './sync.css';
import { SyncFailedStage } from './SyncFailedStage.tsx';
import { SyncRefusedStage } from './SyncRefusedStage.tsx';
import { SyncReviewStage } from './SyncReviewStage.tsx';
import { useSync, type Sync } from './use-sync.ts';

interface SyncDialogProps {
  nvr: Nvr;
  onClose: () => void;
}

/** Compares an NVR's own list of cameras with the stored ones; nothing changes before somebody has picked it. */
export function SyncDialog({ nvr, onClose }: SyncDialogProps): ReactNode {
  const sync = useSync(nvr, onClose);
  const ref = useAttention(sync.state.attention);
  // It is opened from within a list, whose look is not for what lies over it.
  return createPortal(
    <Dialog title={text.sync.title(nvr.name)} size="wide" onClose={onClose}>
      <div ref={ref}>
        <Stage nvr={nvr} sync={sync} onClose={onClose} />
      </div>
    </Dialog>,
    document.body,
  );
}

function Stage({ nvr, sync, onClose }: SyncDialogProps & { sync: Sync }): ReactNode {
  const { stage } = sync.state;
  switch (stage.at) {
    case 'looking':
      return <CheckStage progress={stage.progress} onCancel={onClose} />;
    case 'failed':
      return <SyncFailedStage nvr={nvr} stage={stage} onLook={sync.look} onClose={onClose} />;
    case 'refused':
      return <SyncRefusedStage nvr={nvr} stage={stage} onLook={sync.look} onClose={onClose} />;
    case 'review':
      return <SyncReviewStage sync={sync} stage={stage} onClose={onClose} />;
  }
}
