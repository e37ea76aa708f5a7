import { useState } from 'react';
import { newNvrSchema, type NewNvrInput } from '@contract/models/nvr.ts';
import { fieldErrors } from '@contract/schemas.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { currentCameras, loadSite } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { showCamera } from '../../store/view-store.ts';

/** Hikvision's factory ports, and the most common recorder size. */
const FACTORY_VALUES: NewNvrInput = {
  name: '',
  host: '',
  rtspPort: '554',
  httpPort: '80',
  username: '',
  password: '',
  maxChannels: '16',
};

/** A field's name. */
export type NvrField = keyof NewNvrInput;

interface AddNvrForm {
  values: NewNvrInput;
  errors: Record<string, string>;
  /** An error that belongs to no field. */
  failure: string | null;
  isSaving: boolean;
  change: (field: NvrField, value: string) => void;
  /** Resolves with the first field that is wrong, or null when there is none. */
  submit: () => Promise<NvrField | null>;
}

/** The form's state: the contract's own schema judges first, then main has the last word. */
export function useAddNvrForm(onAdded: () => void): AddNvrForm {
  const [values, setValues] = useState(FACTORY_VALUES);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const change = (field: NvrField, value: string): void => {
    setValues((before) => ({ ...before, [field]: value }));
    setErrors(({ [field]: _fixed, ...others }) => others);
  };
  const reject = (fields: Record<string, string>): NvrField | null => {
    setErrors(fields);
    return (Object.keys(values) as NvrField[]).find((field) => field in fields) ?? null;
  };
  const submit = async (): Promise<NvrField | null> => {
    const parsed = newNvrSchema.safeParse(values);
    if (!parsed.success) return reject(fieldErrors(parsed.error));
    setIsSaving(true);
    setFailure(null);
    const added = await adminRequest('nvr:add', values);
    setIsSaving(false);
    if (!added.ok) {
      setFailure(added.error.fields ? null : added.error.message);
      return reject(added.error.fields ?? {});
    }
    await loadSite();
    const { id, name, maxChannels } = added.value;
    const first = currentCameras().find((camera) => camera.nvrId === id);
    if (first) showCamera(first.id);
    showToast(`“${name}” added with ${maxChannels} ${maxChannels === 1 ? 'camera' : 'cameras'}.`);
    onAdded();
    return null;
  };
  return { values, errors, failure, isSaving, change, submit };
}
