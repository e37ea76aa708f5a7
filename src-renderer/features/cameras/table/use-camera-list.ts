import { useMemo, useState } from 'react';
import { useAllCameras, useNvrs } from '../../../store/site-store.ts';
import { useSecretsStatus } from '../../../store/status-store.ts';
import { useCameraTroubles, useTileHealths } from '../../../store/tile-store.ts';
import { cameraEntries, type CameraEntry } from './camera-entry.ts';
import {
  arrange,
  EVERYTHING,
  type Criteria,
  type FilterCounts,
  type Healths,
} from './camera-filter.ts';

/** The list as it is shown. */
export interface CameraList {
  /** All cameras, in the order of the wall. */
  entries: CameraEntry[];
  byId: ReadonlyMap<number, CameraEntry>;
  healths: Healths;
  /** The ids to show, in order. */
  order: readonly number[];
  counts: FilterCounts;
  criteria: Criteria;
  setCriteria: (changed: Partial<Criteria>) => void;
  /** By now other cameras would be found, or in another order. */
  isOutdated: boolean;
  refresh: () => void;
}

/**
 * Arranges the cameras when somebody asks for something else or the wall is another one, but not because a state or a name
 * changed: no row may move away under the pointer.
 */
export function useCameraList(): CameraList {
  const cameras = useAllCameras();
  const nvrs = useNvrs();
  const now = useTileHealths();
  const troubles = useCameraTroubles();
  const isKeychainShut = useSecretsStatus().state === 'unavailable';
  const healths = useMemo(
    () => ({ now, troubles, isKeychainShut }),
    [now, troubles, isKeychainShut],
  );
  const [criteria, setCriteria] = useState(EVERYTHING);
  const entries = useMemo(() => cameraEntries(cameras, nvrs), [cameras, nvrs]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.camera.id, entry])), [entries]);
  const { ids, counts } = useMemo(
    () => arrange(entries, healths, criteria),
    [entries, healths, criteria],
  );
  const [shown, setShown] = useState({ criteria, cameras, order: ids });
  const show = (order: number[]): void => setShown({ criteria, cameras, order });
  if (shown.criteria !== criteria) show(ids);
  else if (shown.cameras !== cameras) {
    show(isSameWall(shown.cameras, cameras) ? shown.order : ids);
  }
  const isOutdated = useMemo(() => !isSame(shown.order, ids), [shown.order, ids]);
  return {
    ...{ entries, byId, healths, counts, criteria, isOutdated },
    order: shown.order,
    setCriteria: (changed) => setCriteria({ ...criteria, ...changed }),
    refresh: () => show(ids),
  };
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

function isSameWall(one: readonly { id: number }[], other: readonly { id: number }[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}
