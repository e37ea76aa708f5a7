import { cameraEditSchema, type CameraEditInput } from '@contract/models/camera-changes.ts';
import { QUALITY_CHOICES, type QualityChoice } from '@contract/models/camera.ts';
import { text } from '../../../text/catalogue.ts';
import { wrongEntries } from '../../../text/message-text.ts';
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

/** What main needs to make the form true; the place on the wall is another request. */
export function editOf(id: number, { number: _number, ...entries }: CameraFields): CameraEditInput {
  return { id, ...entries };
}

/** What is wrong with what was typed; `cameras` is how many there are on the wall. */
export function wrongIn(id: number, fields: CameraFields, cameras: number): Record<string, string> {
  const wrong = wrongEntries(cameraEditSchema, editOf(id, fields));
  const number = Number(fields.number);
  const isNumber = /^\s*\d+\s*$/.test(fields.number) && number >= 1 && number <= cameras;
  return isNumber ? wrong : { ...wrong, number: text.cameras.enterNumber(cameras) };
}
