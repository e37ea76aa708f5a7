import { useEffect } from 'react';
import { text } from '../../../text/catalogue.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { currentCameras } from '../../../store/site-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { useEntryForm, type EntryForm } from '../../../ui/form/use-entry-form.ts';
import { SAID_ELSEWHERE, type Wrong } from '../../../ui/form/wrong.ts';
import { moveCamerasTo } from '../camera-actions.ts';
import type { CameraEntry } from '../table/camera-entry.ts';
import { editOf, fieldsOf, wrongIn, type CameraFields } from './camera-form.ts';

/** The form of one camera: whatever was not typed follows the camera, should it change meanwhile. */
export function useCameraEditor(
  entry: CameraEntry,
  onDirty: (isDirty: boolean) => void,
  onDone: () => void,
): EntryForm<CameraFields> {
  const form = useEntryForm<CameraFields>({
    values: fieldsOf(entry),
    check: (fields) => wrongIn(entry.camera.id, fields, currentCameras().length),
    send: async (fields) => {
      const refused = await save(entry, fields);
      if (Object.keys(refused).length === 0) onDone();
      return refused;
    },
  });
  const { isDirty } = form;
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);
  return form;
}

async function save({ camera, number }: CameraEntry, fields: CameraFields): Promise<Wrong> {
  const edited = await adminRequest('camera:edit', editOf(camera.id, fields));
  if (!edited.ok) {
    if (edited.error.fields !== undefined) return edited.error.fields;
    showToast(edited.error.message);
    return SAID_ELSEWHERE;
  }
  const wanted = Number(fields.number);
  const isMoved = wanted === number || (await moveCamerasTo(new Set([camera.id]), wanted));
  if (!isMoved) return SAID_ELSEWHERE;
  showToast(text.common.saved(edited.value.name));
  return {};
}
