import { useReducer } from 'react';
import { nvrEditSchema, type Nvr } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { entryErrors } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { addNvrReducer } from '../add/add-nvr-reducer.ts';
import { editForm, editRequest } from './edit-request.ts';
import { useLook, type LookForm } from '../add/use-look.ts';

/** The form and what can be done with it. */
export interface EditNvr extends LookForm {
  save: () => Promise<void>;
}

/** Changes a stored recorder. The stored password never reaches the form: an empty one means that it stays. */
export function useEditNvr(nvr: Nvr, onSaved: () => void): EditNvr {
  const [state, dispatch] = useReducer(addNvrReducer, nvr, editForm);
  const { formId: _formId, ...look } = useLook(state, dispatch, nvr.id);

  const save = async (): Promise<void> => {
    // A password that a test has just found wrong would be tried once more.
    if (state.errors['password'] !== undefined) {
      dispatch({ type: 'fields-refused', fields: state.errors });
      return;
    }
    const request = editRequest(nvr, state);
    const parsed = nvrEditSchema.safeParse(request);
    if (!parsed.success) {
      dispatch({ type: 'fields-refused', fields: entryErrors(parsed.error) });
      return;
    }
    dispatch({ type: 'save-began' });
    const saved = await adminRequest('nvr:edit', request);
    if (!saved.ok) {
      dispatch({ type: 'save-refused', error: saved.error });
      return;
    }
    showToast(text.common.saved(saved.value.name));
    onSaved();
  };
  return { ...look, save };
}
