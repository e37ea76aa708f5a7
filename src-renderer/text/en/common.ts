import { countOf } from '../counts.ts';

/** Words that mean the same wherever they stand: buttons, counted things, times. */
export const common = {
  adding: 'Adding…',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  disable: 'Disable',
  enable: 'Enable',
  keep: 'Keep',
  remove: 'Remove',
  save: 'Save',
  saving: 'Saving…',
  tryAgain: 'Try again',
  undo: 'Undo',
  takenBack: 'Taken back.',

  nvrs: (count: number) => countOf(count, { one: '# NVR', other: '# NVRs' }),
  cameras: (count: number) => countOf(count, { one: '# camera', other: '# cameras' }),
  minutes: (count: number) => countOf(count, { one: '# minute', other: '# minutes' }),

  quality: { main: 'Main', sub: 'Sub' },
  saved: (name: string) => `“${name}” saved.`,
  since: (time: string) => `since ${time}`,
};
