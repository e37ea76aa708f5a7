import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Nvr } from '@contract/models/nvr.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { useAttention } from '../../ui/use-attention.ts';
import './alarm-check.css';
import { ReviewStage } from './ReviewStage.tsx';
import { type AlarmCheckForm, useAlarmCheck } from './use-alarm-check.ts';

interface AlarmCheckDialogProps {
  nvr: Pick<Nvr, 'id' | 'name'>;
  onClose: () => void;
}

/** Shows what of its events an NVR sends, and what stands in the way of the rest. */
export function AlarmCheckDialog({ nvr, onClose }: AlarmCheckDialogProps): ReactNode {
  const form = useAlarmCheck(nvr.id);
  const ref = useAttention(form.state.attention);
  // It is opened from within a list, whose look is not for what lies over it.
  return createPortal(
    <Dialog title={text.alarmCheck.title(nvr.name)} size="full" onClose={onClose}>
      <div ref={ref} className="alarm-check">
        <Stage nvr={nvr} form={form} onClose={onClose} />
      </div>
    </Dialog>,
    document.body,
  );
}

function Stage({
  nvr,
  form,
  onClose,
}: AlarmCheckDialogProps & { form: AlarmCheckForm }): ReactNode {
  const { stage } = form.state;
  switch (stage.at) {
    case 'looking':
      return <LookingStage progress={stage.progress} onCancel={onClose} />;
    case 'failed':
      return <FailedStage why={text.alarmCheck.faults[stage.fault]} {...{ form, onClose }} />;
    case 'refused':
      return <FailedStage why={stage.error.message} {...{ form, onClose }} />;
    case 'review':
      return <ReviewStage nvr={nvr} form={form} stage={stage} onClose={onClose} />;
  }
}

interface LookingStageProps {
  progress: { done: number; total: number } | null;
  onCancel: () => void;
}

function LookingStage({ progress, onCancel }: LookingStageProps): ReactNode {
  const { looking, progress: said } = text.alarmCheck;
  return (
    <>
      <div className="alarm-check__wait">
        <p role="status">{looking}</p>
        <progress aria-label={looking} value={progress?.done} max={progress?.total ?? 1} />
        <p className="alarm-check__muted">
          {progress === null ? '\u00a0' : said(progress.done, progress.total)}
        </p>
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={onCancel}>
          {text.common.cancel}
        </Button>
      </footer>
    </>
  );
}

interface FailedStageProps {
  why: string;
  form: AlarmCheckForm;
  onClose: () => void;
}

function FailedStage({ why, form, onClose }: FailedStageProps): ReactNode {
  return (
    <>
      <div className="alarm-check__wait" role="alert">
        <h3>{text.alarmCheck.failedTitle}</h3>
        <p>{why}</p>
      </div>
      <footer className="dialog__footer">
        <Button onClick={onClose}>{text.common.close}</Button>
        <Button tone="primary" data-initial-focus="" onClick={form.look}>
          {text.common.tryAgain}
        </Button>
      </footer>
    </>
  );
}
