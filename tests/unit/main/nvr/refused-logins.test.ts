import { describe, expect, it } from 'vitest';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { RefusedLogins } from '../../../../src-main/app/nvr/refused-logins.ts';

const LOGIN = { formId: 'form', host: 'nvr', username: 'u', password: 'wrong' };
const FAILURE: ProbeFailure = {
  ...{ step: 'login', kind: 'wrong-password', triesLeft: 4, wasSent: true },
};

describe('RefusedLogins', () => {
  it('knows exactly what was refused in this form', () => {
    const refused = new RefusedLogins();
    refused.note(LOGIN, FAILURE);
    expect(refused.find(LOGIN)).toEqual({ ...FAILURE, wasSent: false });
    for (const other of [{ host: 'x' }, { username: 'x' }, { password: 'x' }, { formId: 'x' }]) {
      expect(refused.find({ ...LOGIN, ...other })).toBeNull();
    }
  });

  it('forgets with the next form, and keeps no other failures', () => {
    const refused = new RefusedLogins();
    refused.note(LOGIN, FAILURE);
    refused.note({ ...LOGIN, formId: 'next', host: 'b' }, FAILURE);
    expect(refused.find(LOGIN)).toBeNull();
    refused.note({ ...LOGIN, formId: 'next' }, { step: 'reach', kind: 'timeout' });
    expect(refused.find({ ...LOGIN, formId: 'next' })).toBeNull();
  });
});
