import type { RequestChannel, Requests } from '@contract/ipc-contract.ts';
import type { CameraNames } from '@contract/models/camera-changes.ts';
import { text } from '../../text/catalogue.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { currentCameras } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { offerUndo } from '../../store/undo.ts';
import { beforeNeighbour, beforeNumber } from './bulk/wall-move.ts';

/** Puts cameras on the wall or takes them off it. */
export async function setCamerasEnabled(
  ids: ReadonlySet<number>,
  isEnabled: boolean,
): Promise<void> {
  const done = await change('camera:set-enabled', { ids: [...ids], isEnabled });
  if (done) showToast(text.cameras[isEnabled ? 'enabled' : 'disabled'](ids.size));
}

/** Gives new names; false when that was refused. */
export async function renameCameras(names: CameraNames['names']): Promise<boolean> {
  const done = await change('camera:rename', { names });
  if (done) showToast(text.cameras.renamed(names.length));
  return done;
}

/** Moves cameras so that the first of them gets this number on the wall; false when that was refused. */
export async function moveCamerasTo(ids: ReadonlySet<number>, number: number): Promise<boolean> {
  const beforeId = beforeNumber(wallOrder(), ids, number);
  const done = await change('camera:move', { ids: [...ids], beforeId });
  if (done) showToast(text.cameras.moved(ids.size));
  return done;
}

/** Removes cameras and offers to take it back; false when that was refused. */
export async function removeCameras(ids: ReadonlySet<number>): Promise<boolean> {
  const removed = await adminRequest('camera:remove', { ids: [...ids] });
  if (removed.ok) offerUndo(text.cameras.removed(ids.size), removed.value);
  else showToast(removed.error.message);
  return removed.ok;
}

/** One after the other: where the next step leads depends on the one before. */
let moves: Promise<unknown> = Promise.resolve();

/** Moves cameras past one row of the list, which is in the order of the wall. */
export function moveCamerasByOne(
  ids: ReadonlySet<number>,
  listed: readonly number[],
  step: 1 | -1,
): void {
  const members = new Set(listed);
  moves = moves.then(async () => {
    const wall = wallOrder();
    const rows = wall.filter((id) => members.has(id));
    const beforeId = beforeNeighbour(wall, rows, ids, step);
    if (beforeId !== undefined) await change('camera:move', { ids: [...ids], beforeId });
  });
}

function wallOrder(): number[] {
  return currentCameras().map(({ id }) => id);
}

/** Resolves when the list shows the change, or with false when its refusal was said. */
async function change<C extends RequestChannel>(
  channel: C,
  payload: Requests[C]['input'],
): Promise<boolean> {
  const answer = await adminRequest(channel, payload);
  if (!answer.ok) showToast(answer.error.message);
  return answer.ok;
}
