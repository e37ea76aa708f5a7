import { expect, it } from 'vitest';
import {
  addNvrReducer,
  EMPTY_FORM,
} from '../../../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';

const after = (host: string, httpPort = '80') => {
  const { entries } = EMPTY_FORM;
  const typed = { ...EMPTY_FORM, entries: { ...entries, host, httpPort } };
  return addNvrReducer(typed, { type: 'address-left' }).entries;
};

it.each([
  ['http://1.2.3.4:8080/doc/page', { host: '1.2.3.4', httpPort: '8080', isHttps: false }],
  ['https://1.2.3.4/doc', { host: '1.2.3.4', httpPort: '443', isHttps: true }],
  ['rtsp://1.2.3.4:5540/x', { host: '1.2.3.4', httpPort: '80', rtspPort: '5540' }],
  ['[fd00::1]', { host: 'fd00::1', httpPort: '80' }],
  ['not an address', { host: 'not an address', httpPort: '80' }],
])('a pasted %s fills the fields it speaks of', (text, entries) => {
  expect(after(text)).toMatchObject(entries);
});

it('leaves a port that was typed where only a host was', () => {
  expect(after('nvr.local', '8081')).toMatchObject({ host: 'nvr.local', httpPort: '8081' });
});
