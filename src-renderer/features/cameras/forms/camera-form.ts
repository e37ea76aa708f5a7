import { cameraEditSchema, type CameraEditInput } from '@contract/models/camera-changes.ts';
import { QUALITY_CHOICES, type QualityChoice } from '@contract/models/camera.ts';
import { text } from '../../../text/catalogue.ts';
import { entryErrors } from '../../../text/message-text.ts';
import type { CameraEntry } from '../table/camera-entry.ts';

/** The form's values as they are typed. */
export interface CameraFields {
  name: string;
  channel: string;
  number: string;
  hasSub: boolean;
  quality: QualityChoice;
  notes: string;
  isEnabled: boolean;
}

/** What was typed over the camera's own values; the rest follows the camera. */
export type CameraDraft = Partial<CameraFields>;

/** The choices as a list for the form. */
export const QUALITY_OPTIONS = QUALITY_CHOICES.map((value) => ({
  value,
  text: text.cameras.fields.qualities[value],
}));

/** The form's values before anything was typed. */
export function fieldsOf({ camera, number }: CameraEntry): CameraFields {
  const { name, channel, streams, quality, notes, isEnabled } = camera;
  return {
    ...{ name, quality, notes, isEnabled },
    channel: String(channel),
    number: String(number),
    hasSub: streams.sub !== null,
  };
}

/** Typed and then typed back is no change. */
export function isChanged(fields: CameraFields, draft: CameraDraft): boolean {
  return Object.entries(draft).some(
    ([field, value]) => value !== fields[field as keyof CameraFields],
  );
}

/** A form that may be sent, or what is wrong with it, by field. */
export type CheckedForm =
  | { ok: true; edit: CameraEditInput; number: number }
  | { ok: false; errors: Record<string, string> };

/** Checks what was typed; `cameras` is how many there are on the wall. */
export function checkForm(id: number, fields: CameraFields, cameras: number): CheckedForm {
  const { number: typed, ...entries } = fields;
  const edit = { id, ...entries };
  const parsed = cameraEditSchema.safeParse(edit);
  const errors = parsed.success ? {} : entryErrors(parsed.error);
  const number = Number(typed);
  const isNumber = /^\s*\d+\s*$/.test(typed) && number >= 1 && number <= cameras;
  if (!isNumber) errors['number'] = text.cameras.enterNumber(cameras);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, edit, number };
}
