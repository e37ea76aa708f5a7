import type { AlarmSource } from '@contract/models/alarm-check.ts';
import type { Camera } from '@contract/models/camera.ts';
import { EVENT_TYPES, type EventType } from '@contract/models/events/event-type.ts';

/** A line of a table: a camera, or the NVR itself. */
export interface GridRow {
  /** Null: the NVR itself. */
  readonly camera: Camera | null;
  /** By column: the events there, often one. */
  readonly cells: readonly (readonly AlarmSource[])[];
}

/** A table of cameras and types. */
export interface AlarmGrid {
  readonly columns: readonly EventType[];
  readonly rows: readonly GridRow[];
}

/** The cell that is looked at. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cameras' table, and the NVR's own. What the app does not know by name shares a column. */
export function alarmGrids(
  sources: readonly AlarmSource[],
  cameras: readonly Camera[],
): { cameras: AlarmGrid; itself: AlarmGrid } {
  const own = sources.filter(({ cameraId }) => cameraId === null);
  const theirs = sources.filter(({ cameraId }) => cameraId !== null);
  return {
    cameras: gridOf(theirs, cameras),
    itself: gridOf(own, own.length === 0 ? [] : [null]),
  };
}

function gridOf(sources: readonly AlarmSource[], whose: readonly (Camera | null)[]): AlarmGrid {
  const columns = EVENT_TYPES.filter((type) => sources.some((source) => source.type === type));
  const rows = whose.map((camera) => {
    const own = sources.filter(({ cameraId }) => cameraId === (camera?.id ?? null));
    return { camera, cells: columns.map((type) => own.filter((each) => each.type === type)) };
  });
  return { columns, rows };
}

const STEPS: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Where a key leads from a cell; null: nowhere. */
export function placeAfter(
  key: string,
  { row, column }: CellPlace,
  { columns, rows }: AlarmGrid,
): CellPlace | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  return {
    row: within(row + step[0], rows.length),
    column: within(column + step[1], columns.length),
  };
}
