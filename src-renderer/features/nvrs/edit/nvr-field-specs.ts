import type { InputHTMLAttributes } from 'react';
import { text } from '../../../text/catalogue.ts';
import type { NvrField } from '../add/add-nvr-state.ts';

/** What a field of the form is like, whatever is in it. */
export interface FieldSpec extends InputHTMLAttributes<HTMLInputElement> {
  name: NvrField;
  label: string;
  hint: string;
  'data-initial-focus'?: string;
}

const { fields } = text.nvrs;

/** The ways of naming streams that can be chosen for a recorder. */
export const VENDORS = [
  { value: 'hikvision', text: fields.vendors.hikvision },
  { value: 'dahua', text: fields.vendors.dahua },
  { value: 'custom', text: fields.vendors.custom },
] as const;

/** What guards call it. */
export const NAME: FieldSpec = {
  ...{ name: 'name', label: fields.name, hint: fields.nameHint },
  'data-initial-focus': '',
};
/** Where it is. */
export const ADDRESS: FieldSpec = {
  ...{ name: 'host', label: fields.address, hint: fields.addressHint },
};
/** Where its streams are. */
export const RTSP_PORT: FieldSpec = {
  ...{ name: 'rtspPort', label: fields.rtspPort, inputMode: 'numeric', hint: fields.rtspPortHint },
};
/** Who logs in. */
export const USER: FieldSpec = {
  ...{ name: 'username', label: fields.user, hint: fields.userHint },
};
/** Never filled by the app. */
export const PASSWORD: FieldSpec = {
  ...{ name: 'password', label: fields.password, type: 'password' },
  hint: fields.passwordHint,
};
/** How many channels are added unseen. */
export const MAX_CHANNELS: FieldSpec = {
  ...{ name: 'maxChannels', label: fields.maxChannels, inputMode: 'numeric' },
  hint: fields.maxChannelsHint,
};
/** How a device of another make names its streams. */
export const TEMPLATES: readonly FieldSpec[] = [
  {
    ...{ name: 'mainTemplate', label: fields.mainPath, placeholder: '/live/{channel}/main' },
    hint: fields.mainTemplateHint,
  },
  {
    ...{ name: 'subTemplate', label: fields.subPath, placeholder: '/live/{channel}/sub' },
    hint: fields.subTemplateHint,
  },
];
/** Where a single camera's streams are. */
export const SINGLE_PATHS: readonly FieldSpec[] = [
  {
    ...{ name: 'mainTemplate', label: fields.mainPath, placeholder: '/live/main' },
    hint: fields.mainPathHint,
  },
  {
    ...{ name: 'subTemplate', label: fields.subPath, placeholder: '/live/sub' },
    hint: fields.subPathHint,
  },
];
