import { useState, type ReactNode } from 'react';
import type { AlarmSource } from '@contract/models/alarm-check.ts';
import type { Camera } from '@contract/models/camera.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { useAllCameras } from '../../store/site-store.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { type AlarmGrid, alarmGrids, type CellPlace } from './alarm-grid.ts';
import type { CheckStage } from './alarm-check-state.ts';
import { AlarmTable } from './AlarmTable.tsx';
import { Findings } from './Findings.tsx';
import { NotifyDialog } from './NotifyDialog.tsx';
import { SourceDetail } from './SourceDetail.tsx';
import type { AlarmCheckForm } from './use-alarm-check.ts';

interface ReviewStageProps {
  nvr: Pick<Nvr, 'id' | 'name'>;
  form: AlarmCheckForm;
  stage: Extract<CheckStage, { at: 'review' }>;
  onClose: () => void;
}

/** Which table and cell is looked at. */
type Chosen = { of: 'cameras' | 'itself'; place: CellPlace };

/** The last stage: cameras and events in a table, beside it what is wrong and what to do. */
export function ReviewStage({ nvr, form, stage, onClose }: ReviewStageProps): ReactNode {
  const { check } = stage;
  const cameras = useAllCameras()
    .filter(({ nvrId, isEnabled }) => nvrId === nvr.id && isEnabled)
    .toSorted((one, other) => one.channel - other.channel);
  const grids = alarmGrids(check.sources, cameras);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [asked, setAsked] = useState<readonly AlarmSource[] | null>(null);
  const nameOf = sourceNames(nvr.name, cameras);
  const table = (of: Chosen['of'], title: string): ReactNode => (
    <AlarmTable
      title={title}
      nvrName={nvr.name}
      grid={grids[of]}
      actions={form.actions}
      chosen={chosen?.of === of ? chosen.place : null}
      onChoose={(place) => setChosen({ of, place })}
    />
  );
  return (
    <>
      <div className="alarm-check__parts">
        <div className="alarm-check__tables">
          {check.sources.length === 0 && <p>{text.alarmCheck.nothing}</p>}
          {grids.itself.columns.length > 0 && table('itself', text.alarmCheck.itself)}
          {grids.cameras.columns.length > 0 && table('cameras', text.alarmCheck.camera)}
        </div>
        <div className="alarm-check__side">
          <SourceDetail
            sources={chosen === null ? null : cellAt(grids[chosen.of], chosen.place)}
            nameOf={nameOf}
            onLetNotify={setAsked}
          />
          <Findings check={check} results={stage.results} nameOf={nameOf} onLetNotify={setAsked} />
        </div>
      </div>
      <footer className="dialog__footer">
        <p className="alarm-check__muted alarm-check__hint">{text.alarmCheck.becomesHint}</p>
        <Button isBusy={form.state.changing !== null} onClick={form.look}>
          {text.alarmCheck.lookAgain}
        </Button>
        <Button data-initial-focus="" onClick={onClose}>
          {text.common.close}
        </Button>
      </footer>
      {asked !== null && (
        <NotifyDialog
          nvr={nvr}
          names={asked.map(nameOf)}
          changing={form.state.changing}
          onLetNotify={async () => {
            await form.letNotify(asked.map(({ triggerId }) => triggerId));
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function cellAt({ rows }: AlarmGrid, { row, column }: CellPlace): readonly AlarmSource[] {
  return rows[row]?.cells[column] ?? [];
}

/** "Motion at Camera 02". */
function sourceNames(nvrName: string, cameras: readonly Camera[]): (source: AlarmSource) => string {
  const names = new Map(cameras.map(({ id, name }) => [id, name]));
  return ({ type, deviceType, cameraId }) => {
    const what = type === 'other' ? deviceType : text.events.types[type];
    const where = cameraId === null ? nvrName : (names.get(cameraId) ?? '');
    return text.alarmCheck.at(what, where);
  };
}
