import type { InputHTMLAttributes } from 'react';
import type { NvrField } from '../add/add-nvr-state.ts';

/** What a field of the form is like, whatever is in it. */
export interface FieldSpec extends InputHTMLAttributes<HTMLInputElement> {
  name: NvrField;
  label: string;
  hint: string;
  'data-initial-focus'?: string;
}

/** The ways of naming streams that can be chosen for a recorder. */
export const VENDORS = [
  { value: 'hikvision', text: 'Hikvision-compatible' },
  { value: 'dahua', text: 'Dahua-compatible' },
  { value: 'custom', text: 'Custom' },
] as const;

/** What guards call it. */
export const NAME: FieldSpec = {
  ...{ name: 'name', label: 'Name', hint: 'As guards call it, for example “Warehouse”.' },
  'data-initial-focus': '',
};
/** Where it is. */
export const ADDRESS: FieldSpec = {
  ...{ name: 'host', label: 'Address', hint: 'IP address or host name.' },
};
/** Where its streams are. */
export const RTSP_PORT: FieldSpec = {
  ...{ name: 'rtspPort', label: 'RTSP port', inputMode: 'numeric', hint: 'Usually 554.' },
};
/** Who logs in. */
export const USER: FieldSpec = {
  ...{ name: 'username', label: 'User', hint: 'A user with live view rights is enough.' },
};
/** Never filled by the app. */
export const PASSWORD: FieldSpec = {
  ...{ name: 'password', label: 'Password', type: 'password' },
  hint: 'Kept in this computer’s keychain only.',
};
/** How many channels are added unseen. */
export const MAX_CHANNELS: FieldSpec = {
  ...{ name: 'maxChannels', label: 'Max channels', inputMode: 'numeric', hint: '1 to 256.' },
};
/** How a device of another make names its streams. */
export const TEMPLATES: readonly FieldSpec[] = [
  {
    ...{ name: 'mainTemplate', label: 'Main stream path', placeholder: '/live/{channel}/main' },
    hint: 'The address after the port; {channel} stands for the number.',
  },
  {
    ...{ name: 'subTemplate', label: 'Sub stream path', placeholder: '/live/{channel}/sub' },
    hint: 'Empty: the cameras have no sub stream.',
  },
];
/** Where a single camera's streams are. */
export const SINGLE_PATHS: readonly FieldSpec[] = [
  {
    ...{ name: 'mainTemplate', label: 'Main stream path', placeholder: '/live/main' },
    hint: 'The address after the port.',
  },
  {
    ...{ name: 'subTemplate', label: 'Sub stream path', placeholder: '/live/sub' },
    hint: 'Empty: the camera has no sub stream.',
  },
];
