import { useEffect, useRef, useState, type ReactNode } from 'react';
import { newCameraSchema } from '@contract/models/camera-changes.ts';
import { MAX_CHANNELS, type NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { entryErrors } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { siteAfter } from '../../../store/site-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
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
  const [typed, setTyped] = useState<{ channel?: string; name?: string }>({});
  const [nvrId, setNvrId] = useState(nvrs[0]?.id ?? 0);
  const [hasSub, setHasSub] = useState(true);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const channel = typed.channel ?? String(firstFreeChannel(entries, nvrId));
  const name = typed.name ?? text.cameras.proposedName(channel.padStart(2, '0'));
  const isDirty = typed.channel !== undefined || typed.name !== undefined;
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);
  useEffect(
    () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    [errors],
  );

  const add = async (): Promise<void> => {
    const camera = { nvrId, channel, name, hasSub };
    const parsed = newCameraSchema.safeParse(camera);
    if (!parsed.success) {
      setErrors(entryErrors(parsed.error));
      return;
    }
    const added = await siteAfter(() => adminRequest('camera:add', camera));
    if (!added.ok) {
      setErrors(added.error.fields ?? {});
      if (added.error.fields === undefined) showToast(added.error.message);
      return;
    }
    showToast(text.cameras.added(added.value.name));
    props.onAdded(added.value.id);
  };
  return (
    <form
      ref={form}
      className="camera-form"
      aria-label={text.cameras.add}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
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
          error={errors['nvrId']}
          onChange={(event) => {
            setNvrId(Number(event.target.value));
            setErrors({});
          }}
        />
        <Field
          label={fields.channel}
          name="channel"
          inputMode="numeric"
          hint={fields.channelHint}
          value={channel}
          error={errors['channel']}
          onChange={(event) => {
            setTyped({ ...typed, channel: event.target.value });
            setErrors({});
          }}
        />
        <Field
          label={fields.name}
          spellCheck={false}
          value={name}
          error={errors['name']}
          onChange={(event) => {
            setTyped({ ...typed, name: event.target.value });
            setErrors({});
          }}
        />
        <CheckField
          label={fields.subStream}
          text={fields.hasSub}
          isChecked={hasSub}
          error={errors['hasSub']}
          onChange={setHasSub}
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
