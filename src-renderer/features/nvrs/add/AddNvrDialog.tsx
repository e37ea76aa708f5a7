import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { hasChanged } from '../../../ui/dialog/has-changed.ts';
import { KeepUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { EMPTY_FORM } from './add-nvr-reducer.ts';
import './add-nvr.css';
import { CheckStage } from '../../probe/index.ts';
import { EntriesStage } from './EntriesStage.tsx';
import { FailedStage } from './FailedStage.tsx';
import { ReviewStage } from './ReviewStage.tsx';
import { ScannedStage, ScanningStage } from './ScanStages.tsx';
import { useAddNvr, type AddNvr } from './use-add-nvr.ts';
import { useAttention } from '../../../ui/use-attention.ts';

interface AddNvrDialogProps {
  onClose: () => void;
  /** Another form: a camera without a recorder. */
  onAddSingle: () => void;
  /** Asks an NVR that was added which of its events it sends. */
  onCheckAlarms: (nvrId: number) => void;
}

/** Adds a recorder: type where it is, see what it is, choose its cameras. */
export function AddNvrDialog(props: AddNvrDialogProps): ReactNode {
  const { onClose, onAddSingle, onCheckAlarms } = props;
  const form = useAddNvr(onClose, onCheckAlarms);
  const ref = useAttention(form.state.attention);
  const isAtStart = form.state.stage.at === 'entries';
  return (
    <Dialog
      title={text.nvrs.add}
      size="wide"
      onClose={onClose}
      onEscape={isAtStart ? undefined : form.goBack}
    >
      <div ref={ref} className="add-nvr">
        <Stage form={form} onClose={onClose} onAddSingle={onAddSingle} />
      </div>
      <KeepUnsaved isDirty={hasChanged(EMPTY_FORM.entries, form.state.entries)} />
    </Dialog>
  );
}

function Stage({
  form,
  ...ways
}: Omit<AddNvrDialogProps, 'onCheckAlarms'> & { form: AddNvr }): ReactNode {
  const { stage } = form.state;
  switch (stage.at) {
    case 'entries':
      return <EntriesStage form={form} way={stage.way} {...ways} />;
    case 'checking':
      return <CheckStage progress={stage.progress} onCancel={form.goBack} />;
    case 'failed':
      return <FailedStage form={form} stage={stage} canAddByPattern />;
    case 'scanning':
      return <ScanningStage stage={stage} onCancel={form.goBack} />;
    case 'scanned':
      return <ScannedStage form={form} channels={stage.channels} chosen={stage.chosen} />;
    case 'review':
      return <ReviewStage form={form} report={stage.report} chosen={stage.chosen} />;
  }
}
