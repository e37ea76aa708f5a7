import { useEffect, useState, type ReactNode } from 'react';
import { newCameraSchema } from '@contract/models/camera-changes.ts';
import { MAX_CHANNELS, type NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { wrongEntries } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useEntryForm } from '../../../ui/form/use-entry-form.ts';
import { SAID_ELSEWHERE } from '../../../ui/form/wrong.ts';
import type { CameraEntry } from '../table/camera-entry.ts';

const { fields } = text.cameras;

interface CameraAddFormProps {
  /** Those that can have more channels; at least one. */
  nvrs: readonly NvrWithLogin[];
  entries: readonly CameraEntry[];
  onDirty: (isDirty: boolean) => void;
  onLeave: () => void;
  onAdded: (id: number) => void;
}

/** One more channel of an NVR that is there already. */
export function CameraAddForm(props: CameraAddFormProps): ReactNode {
  const { nvrs, entries, onDirty, onLeave } = props;
  const [nvrId, setNvrId] = useState(nvrs[0]?.id ?? 0);
  const [typedChannel, setTypedChannel] = useState<string | null>(null);
  const free = String(firstFreeChannel(entries, nvrId));
  const form = useEntryForm({
    values: {
      ...{ nvrId, channel: free, hasSub: true },
      name: text.cameras.proposedName((typedChannel ?? free).padStart(2, '0')),
    },
    check: (typed) => wrongEntries(newCameraSchema, typed),
    send: async (typed) => {
      const added = await adminRequest('camera:add', typed);
      if (!added.ok) {
        if (added.error.fields !== undefined) return added.error.fields;
        showToast(added.error.message);
        return SAID_ELSEWHERE;
      }
      showToast(text.cameras.added(added.value.name));
      props.onAdded(added.value.id);
      return {};
    },
  });
  const { isDirty } = form;
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);
  const channel = form.field('channel');
  return (
    <form
      className="camera-form"
      aria-label={text.cameras.add}
      noValidate
      autoComplete="off"
      onSubmit={form.onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <div className="camera-form__body">
        <h4>
          {text.cameras.add} <span>{text.cameras.channelOfNvr}</span>
        </h4>
        <SelectField
          label={fields.nvr}
          options={nvrs.map(({ id, name: nvr }) => ({ value: id, text: nvr }))}
          value={nvrId}
          error={form.errorOf('nvrId')}
          onChange={(event) => {
            setNvrId(Number(event.target.value));
            form.form.clearErrors();
          }}
        />
        <Field
          label={fields.channel}
          inputMode="numeric"
          hint={fields.channelHint}
          {...channel}
          onChange={(event) => {
            setTypedChannel(event.target.value);
            void channel.onChange(event);
          }}
        />
        <Field label={fields.name} spellCheck={false} {...form.field('name')} />
        <CheckField
          label={fields.subStream}
          text={fields.hasSub}
          isChecked={form.typed.hasSub}
          error={form.errorOf('hasSub')}
          onChange={(hasSub) => form.choose('hasSub', hasSub)}
        />
      </div>
      <footer className="camera-form__footer">
        <Button onClick={onLeave}>{text.common.cancel}</Button>
        <Button type="submit" tone="primary">
          {text.cameras.add}
        </Button>
      </footer>
    </form>
  );
}

function firstFreeChannel(entries: readonly CameraEntry[], nvrId: number): number {
  const taken = new Set(
    entries.filter(({ camera }) => camera.nvrId === nvrId).map(({ camera }) => camera.channel),
  );
  let channel = 1;
  while (taken.has(channel) && channel < MAX_CHANNELS) channel += 1;
  return channel;
}
