import { describe, expect, it } from 'vitest';
import type { ExchangeAnswer } from '../../../../src-main/app/isapi/http/http-exchange.ts';
import { judgeAnswer } from '../../../../src-main/app/isapi/http/judge-answer.ts';
import {
  readLoginRefusal,
  refusedLogin,
} from '../../../../src-main/app/isapi/endpoints/login-refusal.ts';
import * as bodies from '../../../fixtures/isapi-bodies.ts';

function answer(status: number, body = '', location: string | null = null): ExchangeAnswer {
  return {
    ...{ status, location, challenges: [], fingerprint: null },
    text: body,
  };
}

describe('judgeAnswer', () => {
  it.each([
    [200, bodies.USER_CHECK_OK, undefined],
    [403, bodies.NOT_SUPPORTED, 'not-supported'],
    [403, bodies.responseStatus(4, 'Invalid Operation', 'invalidOperation'), 'not-supported'],
    [403, bodies.responseStatus(4, 'Invalid Operation', 'lowPrivilege'), 'auth'],
    [403, bodies.responseStatus(4, 'Invalid Operation', 'notActivated'), 'auth'],
    [403, bodies.responseStatus(4, 'Device', 'deployExceedMax'), 'busy'],
    [403, '{"statusCode":4,"subStatusCode":"deployExceedMax"}', 'busy'],
    [403, '{"error":"none of ours"}', 'not-supported'],
    [403, '', 'not-supported'],
    [404, bodies.LOGIN_PAGE, 'not-supported'],
    [500, bodies.responseStatus(3, 'Device Error', ''), 'busy'],
    [500, '', 'bad-answer'],
    [503, '', 'busy'],
    [302, '', 'bad-answer'],
    [400, bodies.responseStatus(6, 'Invalid XML Content', 'badXmlContent'), 'bad-answer'],
  ])('takes %i %s', (status, body, kind) => {
    expect(judgeAnswer(answer(status, body))?.kind).toBe(kind);
  });

  it('says where a redirect wants to go, but not more', () => {
    expect(judgeAnswer(answer(301, '', 'https://x:8443/?password=y'))).toEqual({
      ...{ kind: 'https-wanted', port: 8443 },
    });
    expect(judgeAnswer(answer(307, '', 'https://x/'))).toMatchObject({ port: 443 });
    expect(judgeAnswer(answer(302, '', '/doc/page/login.asp'))?.kind).toBe('bad-answer');
  });
});

describe('readLoginRefusal', () => {
  it('reads the lock, and does not take "unlock" for "lock"', () => {
    expect(refusedLogin(readLoginRefusal(bodies.USER_CHECK_LOCKED))).toEqual({
      ...{ kind: 'locked', unlockInMs: 1_800_000 },
    });
    expect(refusedLogin(readLoginRefusal(bodies.USER_CHECK_WRONG))).toEqual({
      ...{ kind: 'auth', reason: 'wrong-password', triesLeft: 4 },
    });
  });

  it('knows the other spelling, the terse one and a device without a password', () => {
    const other = bodies.USER_CHECK_WRONG.replaceAll('retryLoginTime', 'retryTimes');
    expect(readLoginRefusal(other).triesLeft).toBe(4);
    expect(refusedLogin(readLoginRefusal(bodies.USER_CHECK_TERSE))).toMatchObject({
      ...{ kind: 'auth', reason: 'wrong-password', triesLeft: null },
    });
    const fresh = bodies.USER_CHECK_WRONG.replace('<isActivated>true', '<isActivated>false');
    expect(refusedLogin(readLoginRefusal(fresh))).toMatchObject({ reason: 'not-activated' });
    const status = bodies.responseStatus(4, 'Invalid Operation', 'notActivated');
    expect(refusedLogin(readLoginRefusal(status))).toMatchObject({ reason: 'not-activated' });
  });
});
