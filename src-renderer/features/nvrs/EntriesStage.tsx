import type { InputHTMLAttributes, ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import type { NvrField } from './add-nvr-state.ts';
import type { AddNvr } from './use-add-nvr.ts';

interface FieldSpec extends InputHTMLAttributes<HTMLInputElement> {
  name: NvrField;
  label: string;
  hint: string;
  'data-initial-focus'?: string;
}

interface EntriesStageProps {
  form: AddNvr;
  way: 'import' | 'pattern';
  onClose: () => void;
}

/** The first stage: where the recorder is and who logs in. By pattern, it is the only one. */
export function EntriesStage({ form, way, onClose }: EntriesStageProps): ReactNode {
  const { state, dispatch } = form;
  const { isHttps } = state.entries;
  const isPattern = way === 'pattern';
  const field = (spec: FieldSpec): ReactNode => (
    <Field
      {...spec}
      spellCheck={false}
      value={state.entries[spec.name]}
      error={state.errors[spec.name]}
      onChange={(event) => dispatch({ type: 'typed', field: spec.name, text: event.target.value })}
    />
  );
  return (
    <form
      className="add-nvr__stage"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void (isPattern ? form.addByPattern() : form.connect());
      }}
    >
      <div className="add-nvr__body add-nvr__entries">
        {field({ ...NAME, hint: isPattern ? NAME.hint : `${NAME.hint} ${NAME_IS_OPTIONAL}` })}
        {field(ADDRESS)}
        <div className="add-nvr__ports">
          {field({
            name: 'httpPort',
            label: isHttps ? 'HTTPS port' : 'HTTP port',
            inputMode: 'numeric',
            hint: isHttps ? 'Usually 443.' : 'Usually 80.',
          })}
          <Checkbox
            label="HTTPS"
            checked={isHttps}
            onChange={(isOn) => dispatch({ type: 'https-switched', isHttps: isOn })}
          />
        </div>
        {field(RTSP_PORT)}
        {field(USER)}
        {field(PASSWORD)}
        {isPattern ? field(MAX_CHANNELS) : <p className="add-nvr__note">{CONNECT_NOTE}</p>}
        {isPattern && <p className="add-nvr__note add-nvr__note--beside">{PATTERN_NOTE}</p>}
      </div>
      <p className="add-nvr__failure" role="alert">
        {state.failure}
      </p>
      <footer className="dialog__footer">
        <span className="add-nvr__aside">
          <Button
            onClick={() => dispatch({ type: 'way-chosen', way: isPattern ? 'import' : 'pattern' })}
          >
            {isPattern ? 'Read the list from the NVR…' : 'Add by pattern…'}
          </Button>
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" tone="primary" disabled={state.isSaving}>
          {isPattern ? (state.isSaving ? 'Adding…' : 'Add NVR') : 'Connect'}
        </Button>
      </footer>
    </form>
  );
}

const NAME_IS_OPTIONAL = 'Empty: the name it gives itself.';
const CONNECT_NOTE =
  'Connect logs in once and lists the cameras. Nothing is stored before you say so.';
const PATTERN_NOTE =
  'Channels 1 to this number are added unseen, each with a main and a sub stream by Hikvision’s numbering.';

const NAME: FieldSpec = {
  ...{ name: 'name', label: 'Name', hint: 'As guards call it, for example “Warehouse”.' },
  'data-initial-focus': '',
};
const ADDRESS: FieldSpec = { name: 'host', label: 'Address', hint: 'IP address or host name.' };
const RTSP_PORT: FieldSpec = {
  ...{ name: 'rtspPort', label: 'RTSP port', inputMode: 'numeric', hint: 'Usually 554.' },
};
const USER: FieldSpec = {
  ...{ name: 'username', label: 'User', hint: 'A user with live view rights is enough.' },
};
const PASSWORD: FieldSpec = {
  ...{ name: 'password', label: 'Password', type: 'password' },
  hint: 'Kept in this computer’s keychain only.',
};
const MAX_CHANNELS: FieldSpec = {
  ...{ name: 'maxChannels', label: 'Max channels', inputMode: 'numeric', hint: '1 to 256.' },
};
