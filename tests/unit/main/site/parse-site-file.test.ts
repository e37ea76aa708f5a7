import { messageText } from '../../../../src-renderer/text/message-text.ts';
import { describe, expect, it } from 'vitest';
import { parseSiteFile } from '../../../../src-main/app/site/parse-site-file.ts';
import { siteContent, siteNvr, siteText } from '../../../support/site-file-text.ts';

/** What is said about a text, one sentence an entry. */
function said(text: string): string[] {
  const parsed = parseSiteFile(text);
  return parsed.ok ? [] : messageText(parsed.error.message).split('\n');
}

/** The 1-based line on which this stands for the nth time. */
function lineOf(text: string, part: string, nth = 1): number {
  const before = text.split(part).slice(0, nth).join(part);
  return before.split('\n').length;
}

describe('a site file', () => {
  it('that the app wrote is read as it was', () => {
    expect(parseSiteFile(siteText())).toEqual({ ok: true, value: siteContent() });
  });

  it('may have been through an editor of Windows', () => {
    const text = `\uFEFF${siteText().replaceAll('\n', '\r\n')}`;
    expect(parseSiteFile(text)).toEqual({ ok: true, value: siteContent() });
  });

  it('may stand on one line', () => {
    expect(parseSiteFile(JSON.stringify(siteContent())).ok).toBe(true);
  });

  it('may hold no recorder', () => {
    expect(parseSiteFile(siteText({ nvrs: [] })).ok).toBe(true);
  });

  it('may hold several single cameras of one server, and no path twice', () => {
    const single = (main: string) =>
      siteNvr({ layout: { kind: 'single', main, sub: null }, maxChannels: 1 }, 1);
    expect(said(siteText({ nvrs: [single('/a'), single('/b')] }))).toEqual([]);
    expect(said(siteText({ nvrs: [single('/a'), single('/a')] })).join()).toContain('twice');
  });
});

it('a name in a site file is cleaned like that of a device', () => {
  const odd = ' Gate\r\n[info] x\u001B[2J\u202Egpj\u2028y ';
  const cameras = siteNvr({}, 1).cameras.map((each) => ({
    ...each,
    ...{ name: odd, recorderName: odd, notes: 'one\ntwo\u001B\u202E' },
  }));
  const nvr = siteNvr({ name: odd, model: odd, serial: odd, firmware: odd, cameras });
  const read = parseSiteFile(siteText({ nvrs: [nvr], app: odd }));
  const plain = 'Gate [info] x [2Jgpj y';
  const clean = { name: plain, recorderName: plain, notes: 'one\ntwo' };
  expect(read).toMatchObject({
    value: {
      app: plain,
      nvrs: [
        { ...{ name: plain, model: plain, serial: plain, firmware: plain }, cameras: [clean] },
      ],
    },
  });
});

describe('the line that is wrong', () => {
  const text = siteText({ nvrs: [siteNvr(), siteNvr({ host: 'nvr.local' })] });

  it.each([
    ['"rtspPort": 554', '"rtspPort": 0', 2, /“rtspPort”: Ports go from 1/],
    ['"host": "nvr.local"', '"host": "http://x"', 1, /“host”: Enter only an IP address/],
    ['"host": "nvr.local"', '"host": "192.168.1.64"', 1, /“host”: .*twice/],
    ['"channel": 2', '"channel": 1', 1, /“channel”: .*twice/],
    ['"channel": 2', '"channel": 257', 2, /“channel”: Channels end with 256/],
    ['"name": "Camera 2"', '"name": " "', 1, /“name”: Give the camera a name/],
    ['"gridSide": 3', '"gridSide": 5', 1, /“gridSide”/],
    ['"quality": "auto"', '"quality": "best"', 3, /“quality”/],
    ['"username": "admin"', '"username": "a\\u0000b"', 1, /“username”: .*recorders do not know/],
    ['"isGone": false', '"isGone": "no"', 2, /“isGone”/],
    ['"isHttps": false', '"isHttps": false, "password": "x"', 1, /“password” does not belong/],
    ['"kind": "hikvision"', '"kind": "other"', 2, /“kind”/],
    ['"secrets": null', '"secrets": {}', 1, /“passwords”: This is missing/],
    ['"version": 1', '"version": 2', 1, /newer version/],
    ['"rtspPort": 554', '"rtspPort": 1e400', 2, /“rtspPort”: Enter a number from 1 to 65535\.$/],
    ['"rtspPort": 554', '"rtspPort": -1e400', 1, /“rtspPort”: Enter a number from 1 to 65535\.$/],
    ['"rtspPort": 554', '"rtspPort": 55.5', 1, /“rtspPort”: Enter a whole number\.$/],
    ['"rtspPort": 554', '"rtspPort": 1e300', 1, /“rtspPort”: /],
    ['"rtspPort": 554', '"rtspPort": [554]', 1, /“rtspPort”: Enter a number from 1 to 65535\.$/],
    ['"channel": 2', '"channel": 1e400', 1, /“channel”: Enter a number from 1 to 256\.$/],
    ['"page": 1', '"page": 1e400', 1, /“page”: Write a /],
    ['"page": 1', '"page": 12345678901234567890', 1, /“page”: /],
    ['"page": 1', '"page": 0.5', 1, /“page”: Write a whole number/],
    ['"volume": 0.6', '"volume": -1e400', 1, /“volume”: Write a usual number/],
    ['"maxChannels": 16', '"maxChannels": "16"', 1, /“maxChannels”: Write a usual number/],
    ['"position": 0', '"position": 1e400', 1, /“position”: Write a /],
    ['"username": "admin"', '"username": 5', 1, /“username”: Write a text here, in quotes\.$/],
    ['"fit": "contain"', '"fit": null', 1, /“fit”: Write one of these here: contain, cover\.$/],
    ['"isGone": false', '"isGone": {"__proto__": 1}', 1, /“isGone”: Write true or false/],
    ['"isGone": false', '"isGone": false, "__proto__": {}', 1, /“__proto__” does not belong here/],
    ['"page": 1', '"page": 1 // x', 1, /comment/],
    ['"page": 1', '"page": 1,', 1, /./],
    ['"page": 1', '"page": 01', 1, /./],
    ['"page": 1', '"page": "1', 1, /quote/],
  ])('with %s as %s is said', (good, bad, nth, message) => {
    const parts = text.split(good);
    const broken = [parts.slice(0, nth).join(good), parts.slice(nth).join(good)].join(bad);
    const [first = ''] = said(broken);
    const [, line] = /^Line (\d+): /.exec(first) ?? [];
    expect(Math.abs(Number(line) - lineOf(text, good, nth))).toBeLessThanOrEqual(
      message.source === '.' ? 1 : 0,
    );
    expect(first).toMatch(message);
    expect(first).not.toMatch(/invalid|expected|received|too (big|small)|option|NaN|Infinity/i);
  });

  it('is that of the thing around what is missing', () => {
    const broken = text.replace('      "host": "nvr.local",\n', '');
    expect(said(broken)).toEqual([
      `Line ${lineOf(text, '"name": "Warehouse"', 2) - 1}: “host”: This is missing.`,
    ]);
  });

  it('is said for the first few only', () => {
    const many = siteText({ nvrs: [siteNvr({}, 40)] }).replaceAll(
      '"quality": "auto"',
      '"quality": 1',
    );
    const sentences = said(many);
    expect(sentences).toHaveLength(7);
    expect(sentences.at(-1)).toBe('And 34 more.');
  });

  it('is said for the first few only of 40,000 names that do not belong there', () => {
    const names = Array.from({ length: 40_000 }, (_, index) => `"k${index}": 1`).join(',\n');
    const sentences = said(siteText().replace('{', `{${names},`));
    expect(sentences).toHaveLength(7);
    expect(sentences[0]).toBe('Line 1: “k0” does not belong here.');
    expect(sentences.at(-1)).toBe('And 39994 more.');
  });

  it('is not looked for in more cameras than a recorder has', () => {
    const cameras = Array(300_000).fill('{}').join();
    const nvr = `{"cameras":[${cameras}]}`;
    const sentences = said(`{"format":"opus-site","version":1,"nvrs":[${nvr}]}`);
    expect(sentences.length).toBeLessThanOrEqual(7);
    expect(sentences.join()).toContain('cameras');
  });
});

describe('something else', () => {
  it.each([
    '',
    ' ',
    'null',
    '[]',
    '{}',
    '"opus-site"',
    '{"format":"opus-site"}',
    '{"format":"other","version":1}',
    'PK\u0003\u0004',
    '<xml/>',
    '['.repeat(200_000),
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    '{"__proto__":{"format":"opus-site","version":1}}',
  ])('is refused (%#)', (text) => {
    expect(said(text)[0]).toMatch(/^Line 1: /);
  });
});
