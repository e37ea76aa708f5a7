import type { ReactNode } from 'react';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { errorName, type NvrEntries } from '../add/add-nvr-state.ts';
import {
  ADDRESS,
  MAX_CHANNELS,
  NAME,
  PASSWORD,
  RTSP_PORT,
  SINGLE_PATHS,
  TEMPLATES,
  USER,
  VENDORS,
  type FieldSpec,
} from './nvr-field-specs.ts';
import { text } from '../../../text/catalogue.ts';
import type { LookForm } from '../add/use-look.ts';

const { fields } = text.nvrs;

interface NvrFieldsProps {
  form: Pick<LookForm, 'state' | 'dispatch'>;
  /** What the form is for: reading the device's own list, adding its channels by number, or changing what is stored. */
  purpose: 'import' | 'pattern' | 'edit';
}

/** Everything that is typed about a device, for the form that adds one and the one that changes it. */
export function NvrFields({ form, purpose }: NvrFieldsProps): ReactNode {
  const { state, dispatch } = form;
  const { isHttps, vendor } = state.entries;
  const field = (spec: FieldSpec): ReactNode => (
    <Field
      key={spec.name}
      {...spec}
      spellCheck={false}
      value={state.entries[spec.name]}
      error={state.errors[errorName(spec.name)]}
      onChange={(event) => dispatch({ type: 'typed', field: spec.name, text: event.target.value })}
      onBlur={spec.name === 'host' ? () => dispatch({ type: 'address-left' }) : undefined}
    />
  );
  const isAskedByHttp = purpose === 'import' || vendor === 'hikvision';
  const nameHint = purpose === 'import' ? `${NAME.hint} ${fields.nameIsOptional}` : NAME.hint;
  return (
    <>
      {field({ ...NAME, hint: nameHint })}
      {isAskedByHttp ? (
        field(ADDRESS)
      ) : (
        <div className="add-nvr__place">
          {field(ADDRESS)}
          {field(RTSP_PORT)}
        </div>
      )}
      {isAskedByHttp && (
        <div className="add-nvr__ports">
          {field({
            ...{ name: 'httpPort', label: isHttps ? fields.httpsPort : fields.httpPort },
            ...{ inputMode: 'numeric', hint: isHttps ? fields.httpsPortHint : fields.httpPortHint },
          })}
          <Checkbox
            label={fields.https}
            checked={isHttps}
            onChange={(isOn) => dispatch({ type: 'https-switched', isHttps: isOn })}
          />
        </div>
      )}
      {isAskedByHttp && field(RTSP_PORT)}
      {field(
        purpose === 'edit' && vendor === 'single' ? { ...USER, hint: fields.userIsOptional } : USER,
      )}
      {field(purpose === 'edit' ? { ...PASSWORD, ...STORED_PASSWORD } : PASSWORD)}
      {purpose === 'edit' && (
        <BasicField
          isAllowed={state.entries.isBasicAllowed}
          onChange={(isAllowed) => dispatch({ type: 'basic-switched', isAllowed })}
        />
      )}
      {purpose !== 'import' && vendor !== 'single' && (
        <VendorField
          vendor={vendor}
          onChoose={(chosen) => dispatch({ type: 'vendor-chosen', vendor: chosen })}
        />
      )}
      {purpose === 'pattern' && field(MAX_CHANNELS)}
      {purpose !== 'import' && vendor === 'custom' && TEMPLATES.map(field)}
      {purpose === 'edit' && vendor === 'single' && SINGLE_PATHS.map(field)}
    </>
  );
}

const STORED_PASSWORD = { placeholder: fields.unchanged, hint: fields.passwordStays };

interface BasicFieldProps {
  isAllowed: boolean;
  onChange: (isAllowed: boolean) => void;
}

function BasicField({ isAllowed, onChange }: BasicFieldProps): ReactNode {
  return (
    <CheckField
      label={fields.basic}
      text={fields.basicAbout}
      isChecked={isAllowed}
      error={undefined}
      onChange={onChange}
    />
  );
}

interface VendorFieldProps {
  vendor: NvrEntries['vendor'];
  onChoose: (vendor: NvrEntries['vendor']) => void;
}

function VendorField({ vendor, onChoose }: VendorFieldProps): ReactNode {
  return (
    <SelectField
      label={fields.vendor}
      value={vendor}
      options={VENDORS}
      hint={fields.vendorHint}
      onChange={(event) => onChoose(event.target.value as NvrEntries['vendor'])}
    />
  );
}
