import { describe, expect, it } from 'vitest';
import { rtspPathSchema } from '@contract/models/stream-layout.ts';
import { withoutLayoutSecret } from '../../../../src-main/app/domain/layout-secret.ts';
import { fillPath, takePathSecret } from '../../../../src-main/app/domain/path-secret.ts';

describe('a password inside a path', () => {
  it.each([
    [
      '/user=admin_password=S3cret_channel=1_stream=0.sdp?real_stream',
      '/user=admin_password={password}_channel=1_stream=0.sdp?real_stream',
    ],
    [
      '/user=admin_password=a_b_channel=1_stream=0',
      '/user=admin_password={password}_channel=1_stream=0',
      'a_b',
    ],
    [
      '/user=admin&password=S3cret&channel=1&stream=0.sdp',
      '/user=admin&password={password}&channel=1&stream=0.sdp',
    ],
    ['/live?user=admin&password=S3cret', '/live?user=admin&password={password}'],
    ['/live?user=admin&pwd=S3cret&ch=1', '/live?user=admin&pwd={password}&ch=1'],
    ['/h264?username=admin&PASSWORD=S3cret', '/h264?username=admin&PASSWORD={password}'],
    ['/videoMain?usr=admin&pwd=S3cret', '/videoMain?usr=admin&pwd={password}'],
    ['/user=admin/passwd=S3cret/ch1', '/user=admin/passwd={password}/ch1'],
    ['/ch1;user=a;pass=S3cret', '/ch1;user=a;pass={password}'],
    ['/live?token=S3cret', '/live?token={password}'],
    ['/proxy/admin:S3cret@10.0.0.2/live', '/proxy/admin:{password}@10.0.0.2/live'],
    ['/rtsp://admin:S3cret@10.0.0.2:554/live', '/rtsp://admin:{password}@10.0.0.2:554/live'],
    ['/live?password=a%26b%20c', '/live?password={password}', 'a&b c'],
  ])('is taken out of %s', (pasted, path, secret = 'S3cret') => {
    expect(takePathSecret(pasted)).toEqual({ path, secret });
    expect(fillPath(path, secret)).toBe(pasted);
    expect(rtspPathSchema.safeParse(path).success).toBe(true);
    expect(takePathSecret(path)).toBeNull();
  });

  it.each([
    '/Streaming/Channels/101',
    '/cam/realmonitor?channel=1&subtype=0',
    '/user=admin_password=_channel=1_stream=0.sdp',
    '/user=admin&password=&channel=1',
    '/bypass=1',
    '/live/main:1',
  ])('is not seen in %s', (path) => {
    expect(takePathSecret(path)).toBeNull();
  });

  it('is one for both addresses and the field', () => {
    const single = { kind: 'single', main: '/a?pwd=x', sub: '/b?pwd=x' } as const;
    const plain = { kind: 'single', main: '/a?pwd={password}', sub: '/b?pwd={password}' };
    const kept = { ok: true, value: { layout: plain, password: 'x' } };
    expect(withoutLayoutSecret(single, null)).toEqual(kept);
    expect(withoutLayoutSecret(single, 'x')).toEqual(kept);
    expect(withoutLayoutSecret(single, 'y').ok).toBe(false);
    expect(withoutLayoutSecret({ ...single, sub: '/b?pwd=z' }, null).ok).toBe(false);
    expect(withoutLayoutSecret({ kind: 'hikvision' }, 'x')).toMatchObject({
      value: { layout: { kind: 'hikvision' }, password: 'x' },
    });
  });
});
