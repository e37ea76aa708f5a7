import { describe, expect, it } from 'vitest';
import type { NewNvr } from '@contract/models/nvr.ts';
import { cameraRows } from '../../../../src-main/app/nvr/camera-rows.ts';
import { filledIn } from '../../../support/app-under-test.ts';

const imported = (channels: Extract<NewNvr, { source: 'import' }>['channels']): NewNvr => ({
  ...filledIn(),
  source: 'import',
  device: { model: null, serial: null, firmware: null },
  channels,
});

describe('cameraRows', () => {
  it('keeps the recorder’s numbers and names, and leaves out what does not exist', () => {
    const request = imported([
      { channel: 3, name: 'Gate', hasSub: false },
      { channel: 12, name: '', hasSub: true },
    ]);
    expect(cameraRows(request, 7, 20)).toEqual([
      {
        ...{ nvr_id: 7, channel: 3, name: 'Gate', recorder_name: 'Gate', position: 20 },
        ...{ main_path: '/Streaming/Channels/301', sub_path: null },
      },
      {
        ...{ nvr_id: 7, channel: 12, name: 'Camera 12', recorder_name: null, position: 21 },
        ...{ main_path: '/Streaming/Channels/1201', sub_path: '/Streaming/Channels/1202' },
      },
    ]);
  });

  it('numbers by pattern from 1, both streams each', () => {
    const rows = cameraRows(filledIn({ maxChannels: 256 }), 1, 0);
    expect(rows).toHaveLength(256);
    expect(rows[0]).toMatchObject({ name: 'Camera 01', main_path: '/Streaming/Channels/101' });
    expect(rows[255]).toMatchObject({ channel: 256, sub_path: '/Streaming/Channels/25602' });
  });
});
