import { describe, expect, it } from 'vitest';
import { newNvrSchema } from '@contract/models/nvr.ts';
import type { ProbedChannel, ProbeReport } from '@contract/models/probe.ts';
import { usableName } from '@contract/models/usable-name.ts';
import { EMPTY_FORM } from '../../../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import { importRequest } from '../../../../src-renderer/features/nvrs/entries/import-request.ts';
import { lockRest } from '../../../../src-renderer/features/probe/failure/lock-rest.ts';
import { proposedName } from '../../../../src-renderer/features/nvrs/entries/proposed-name.ts';
import { streamTexts } from '../../../../src-renderer/features/probe/channels/stream-text.ts';

const STREAM = { codec: 'H.265', widthPx: 2560, heightPx: 1440, fps: 25 };
const SILENT = { codec: null, widthPx: null, heightPx: null, fps: null };
const DEVICE = { name: null, model: 'DS-7616', serial: 'DS/1', firmware: 'V4', type: 'NVR' };
const entries = { ...EMPTY_FORM.entries, name: 'Yard', host: 'nvr', username: 'u', password: 'p' };

function channel(number: number, rest: Partial<ProbedChannel> = {}): ProbedChannel {
  const usual = { kind: 'ip', online: true, main: STREAM, sub: STREAM } as const;
  return { ...usual, channel: number, name: `Gate ${number}`, ...rest };
}

function report(channels: ProbedChannel[]): ProbeReport {
  return {
    device: DEVICE,
    channels,
    rtspPort: 554,
    complete: [],
    leftOut: 0,
    unread: [],
    fingerprint: null,
  };
}

describe('the request that imports', () => {
  it('holds the chosen channels under the recorder’s numbers, as main takes them', () => {
    const nvr = importRequest(
      entries,
      report([channel(1), channel(9), channel(12)]),
      new Set([1, 12]),
    );
    expect(newNvrSchema.parse(nvr)).toMatchObject({
      source: 'import',
      device: { model: 'DS-7616', serial: 'DS/1', firmware: 'V4' },
      channels: [
        { channel: 1, name: 'Gate 1', hasSub: true },
        { channel: 12, name: 'Gate 12', hasSub: true },
      ],
    });
  });

  it('knows who has a sub stream, and takes both where the recorder says nothing', () => {
    const channels = [
      channel(1, { sub: null }),
      channel(2, { main: null, sub: null }),
      channel(3, { main: null }),
    ];
    const nvr = importRequest(entries, report(channels), new Set([1, 2, 3]));
    expect(nvr).toMatchObject({
      channels: [{ hasSub: false }, { hasSub: true }, { hasSub: true }],
    });
  });

  it('passes main’s schema whatever a recorder calls its cameras', () => {
    const names = ['x'.repeat(500), '😀'.repeat(101), 'a\u0000b\nc', '\ud83d', '', '  Tor  '];
    const channels = names.map((name, index) => channel(index + 1, { name }));
    const all = new Set(channels.map((each) => each.channel));
    const parsed = newNvrSchema.parse(importRequest(entries, report(channels), all));
    expect(parsed).toMatchObject({
      channels: [
        { name: 'x'.repeat(200) },
        { name: '😀'.repeat(100) },
        { name: 'a b c' },
        { name: '' },
        { name: '' },
        { name: 'Tor' },
      ],
    });
  });
});

describe('names and texts', () => {
  it('proposes the device’s name, else its model, else the address', () => {
    expect(proposedName({ ...DEVICE, name: ' Yard ' }, 'nvr')).toBe('Yard');
    expect(proposedName({ ...DEVICE, name: '\u0000' }, 'nvr')).toBe('DS-7616');
    expect(proposedName({ ...DEVICE, model: null }, 'nvr')).toBe('nvr');
    expect(usableName(`${'x'.repeat(199)} y`)).toBe('x'.repeat(199));
  });

  it('describes streams in few words', () => {
    expect(streamTexts(channel(1))).toEqual({ main: 'H.265 2560×1440', sub: 'H.265 2560×1440' });
    expect(streamTexts(channel(1, { sub: null })).sub).toBe('no sub stream');
    expect(streamTexts(channel(1, { main: SILENT })).main).toBe('not described');
    expect(streamTexts(channel(1, { main: null, sub: null }))).toEqual({
      main: 'not described',
      sub: '',
    });
  });

  it.each([
    [30 * 60_000, /in 30 minutes/],
    [60_001, /in 2 minutes/],
    [1, /in 1 minute\./],
    [0, /over/],
  ])('says a lock of %i ms', (restMs, text) => {
    expect(lockRest(1000 + restMs, 1000)).toMatch(text);
  });

  it('says that a recorder does not tell', () => {
    expect(lockRest(null, 0)).toContain('does not say');
  });
});
