import { useEffect, useState } from 'react';
import { text } from '../../../text/catalogue.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { currentCameras, siteAfter } from '../../../store/site-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { moveCamerasTo } from '../camera-actions.ts';
import type { CameraEntry } from '../table/camera-entry.ts';
import {
  checkForm,
  fieldsOf,
  isChanged,
  type CameraDraft,
  type CameraFields,
} from './camera-form.ts';

/** The form of one camera. */
export interface CameraEditor {
  fields: CameraFields;
  errors: Readonly<Record<string, string>>;
  isDirty: boolean;
  isSaving: boolean;
  type: (draft: CameraDraft) => void;
  /** Resolves with true when everything is stored. */
  save: () => Promise<boolean>;
}

/** Holds what was typed over a camera's values; whatever was not typed follows the camera, should it change meanwhile. */
export function useCameraEditor(
  entry: CameraEntry,
  onDirty: (isDirty: boolean) => void,
): CameraEditor {
  const [draft, setDraft] = useState<CameraDraft>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setIsSaving] = useState(false);
  const stored = fieldsOf(entry);
  const fields = { ...stored, ...draft };
  const isDirty = isChanged(stored, draft);
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);

  const save = async (): Promise<boolean> => {
    const { camera } = entry;
    const form = checkForm(camera.id, fields, currentCameras().length);
    if (!form.ok) {
      setErrors(form.errors);
      return false;
    }
    setIsSaving(true);
    const edited = await siteAfter(() => adminRequest('camera:edit', form.edit));
    if (!edited.ok) {
      setIsSaving(false);
      setErrors(edited.error.fields ?? {});
      if (edited.error.fields === undefined) showToast(edited.error.message);
      return false;
    }
    const isMoved =
      form.number === entry.number || (await moveCamerasTo(new Set([camera.id]), form.number));
    setIsSaving(false);
    if (!isMoved) return false;
    setDraft({});
    setErrors({});
    showToast(text.common.saved(edited.value.name));
    return true;
  };
  const type = (typed: CameraDraft): void => {
    setDraft({ ...draft, ...typed });
    const typedFields = new Set(Object.keys(typed));
    setErrors(
      Object.fromEntries(Object.entries(errors).filter(([field]) => !typedFields.has(field))),
    );
  };
  return { fields, errors, isDirty, isSaving, type, save };
}
