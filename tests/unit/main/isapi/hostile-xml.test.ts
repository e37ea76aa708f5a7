import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../src-preload/contract/result.ts';
import type { IsapiError } from '../../../../src-main/app/isapi/isapi-error.ts';
import { readLoginRefusal } from '../../../../src-main/app/isapi/endpoints/login-refusal.ts';
import { parseRtspPort } from '../../../../src-main/app/isapi/endpoints/parse-admin-accesses.ts';
import { parseCapabilities } from '../../../../src-main/app/isapi/endpoints/parse-capabilities.ts';
import { parseDeviceInfo } from '../../../../src-main/app/isapi/endpoints/parse-device-info.ts';
import {
  parseIpChannels,
  parseIpChannelStatus,
} from '../../../../src-main/app/isapi/endpoints/parse-input-proxy.ts';
import { parseResponseStatus } from '../../../../src-main/app/isapi/endpoints/parse-response-status.ts';
import { parseStreamingChannels } from '../../../../src-main/app/isapi/endpoints/parse-streaming-channels.ts';
import { parseVideoInputs } from '../../../../src-main/app/isapi/endpoints/parse-video-inputs.ts';
import * as bodies from '../../../fixtures/isapi-bodies.ts';

type Parser = (body: string) => Result<unknown, IsapiError>;
const PARSERS: [name: string, parse: Parser, body: string][] = [
  ['parseDeviceInfo', parseDeviceInfo, bodies.DEVICE_INFO],
  ['parseCapabilities', parseCapabilities, bodies.CAPABILITIES],
  ['parseIpChannels', parseIpChannels, bodies.IP_CHANNELS],
  ['parseIpChannelStatus', parseIpChannelStatus, bodies.IP_STATUS],
  ['parseVideoInputs', parseVideoInputs, bodies.VIDEO_INPUTS],
  ['parseStreamingChannels', parseStreamingChannels, bodies.STREAMING_CHANNELS],
  ['parseRtspPort', parseRtspPort, bodies.ADMIN_ACCESSES],
];
const CUT_EVERY_BYTES = 50;
const TEN_MIB = 10 * 1024 * 1024;

function kindOf(result: Result<unknown, IsapiError>): string {
  return result.ok ? 'ok' : result.error.kind;
}

describe.each(PARSERS)('%s', (_name, parse, body) => {
  const root = /<([A-Za-z]+)[ >]/.exec(body)?.[1] ?? '';

  it('reads the whole and refuses every part of it', () => {
    expect(kindOf(parse(body))).toBe('ok');
    const bytes = Buffer.from(body.trimEnd());
    for (let end = 0; end < bytes.length; end += CUT_EVERY_BYTES) {
      expect(kindOf(parse(bytes.toString('utf8', 0, end)))).toBe('bad-answer');
    }
    expect(kindOf(parse(bytes.toString('utf8', 0, bytes.length - 1)))).toBe('bad-answer');
  });

  it('survives any flipped byte', () => {
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += 7) {
      const mangled = Buffer.from(bytes);
      mangled[at] = (mangled[at] ?? 0) ^ 0x15;
      expect(['ok', 'bad-answer']).toContain(kindOf(parse(mangled.toString('utf8'))));
    }
  });

  it('does not care for the namespace', () => {
    const other = body.replaceAll(/xmlns="[^"]*"/g, 'xmlns="urn:somebody-else"');
    expect(parse(other)).toEqual(parse(body));
  });

  it.each([
    ['nothing', ''],
    ['text', 'OK'],
    ['NULs', '\0\0\0'],
    ['a login page', bodies.LOGIN_PAGE],
    ['two roots', `<${root}/><${root}/>`],
    ['crossed tags', `<${root}><a><b></a></b></${root}>`],
    ['a reserved name', `<${root}><__proto__>x</__proto__></${root}>`],
    ['another document', '<somethingElse/>'],
    ['an open comment', `<${root}><!-- `],
    ['many open comments', `<${root}>${'<!--'.repeat(100_000)}</${root}>`],
    ['many open tags', '<'.repeat(200_000)],
    ['many quotes', `<${root} a="${`'"`.repeat(100_000)}>`],
  ])('refuses %s', (_case, hostile) => {
    expect(kindOf(parse(hostile))).toBe('bad-answer');
  });

  it.each([
    ['an entity bomb', bodies.ENTITY_BOMB],
    ['a bomb in a page', bodies.ENTITY_BOMB.replace(/<!DOCTYPE \w+/, '<!DOCTYPE html')],
    ['an external entity', `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><${root}/>`],
    ['a DOCTYPE', `<!DOCTYPE x><${root}/>`],
    ['deep nesting', `<${root}>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</${root}>`],
  ])('knows %s for what it is', (_case, hostile) => {
    expect(kindOf(parse(hostile))).toBe('hostile');
  });

  it('refuses ten megabytes without looking at them', () => {
    expect(kindOf(parse(`<${root}>${'x'.repeat(TEN_MIB)}</${root}>`))).toBe('too-large');
  });

  it('does not touch prototypes', () => {
    parse(`<${root}><constructor><prototype><x>1</x></prototype></constructor></${root}>`);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

describe('readers of refusals', () => {
  it('tell nothing where there is nothing', () => {
    const nothing = { isLocked: false, unlockInMs: null, triesLeft: null, isActivated: true };
    for (const body of ['', bodies.LOGIN_PAGE, bodies.ENTITY_BOMB, '<userCheck>', '<x/>']) {
      expect(readLoginRefusal(body)).toEqual(nothing);
      expect(parseResponseStatus(body)).toBeNull();
    }
  });
});
