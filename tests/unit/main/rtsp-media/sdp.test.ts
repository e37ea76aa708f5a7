import { describe, expect, it } from 'vitest';
import { cleanSdp } from '../../../../src-main/app/rtsp/media/sdp/clean-sdp.ts';
import { readSdp } from '../../../../src-main/app/rtsp/media/sdp/sdp.ts';

const SPS = 'Z01ADNoFBn58BEAAAAMAQAAAB6PFCqg=';
const PPS = 'aO8LyA==';
const BOTH = { video: true, audio: true };
const VIDEO = ['m=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000'];

function clean(...lines: string[]) {
  return cleanSdp(readSdp(lines.join('\r\n')), BOTH);
}

describe('an SDP', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['empty lines between', '\r\n\r\n'],
  ])('is read with %s', (_name, lineEnd) => {
    const lines = ['v=0', 'junk', '=', 'a=control:*', ...VIDEO, 'a=control:trackID=1', 'b=AS:5000'];
    const { control, tracks } = readSdp(lines.join(lineEnd));
    expect(control).toBe('*');
    expect(tracks).toMatchObject([{ kind: 'video', encoding: 'H264', control: 'trackID=1' }]);
  });

  it.each(['rtsp://10.0.0.1/a?b=1', '/track1', '?ctype=video', 'trackID=1 ', ''])(
    'keeps a control as it is: %j',
    (control) => {
      expect(readSdp([...VIDEO, `a=control:${control}`].join('\n')).tracks[0]?.control).toBe(
        control.trim(),
      );
    },
  );

  it('reads static payload types without an rtpmap', () => {
    const { tracks } = readSdp('m=audio 0 RTP/AVP 8\nm=audio 0 RTP/AVP 0\nm=audio 0 RTP/AVP 14');
    expect(tracks.map((track) => track.encoding)).toEqual(['PCMA', 'PCMU', 'MPA']);
  });

  it('reads a rtpmap with odd spaces, letters and payload types that begin alike', () => {
    const text = 'm=video 0 RTP/AVP 9 96\na=rtpmap:96   h264/90000 \na=rtpmap:9 G722/8000';
    expect(readSdp(text).tracks.map((track) => track.encoding)).toEqual(['G722', 'H264']);
  });

  it('guesses the encoding from the parameters where there is no rtpmap', () => {
    const text = `m=video 0 RTP/AVP 96\na=fmtp:96 sprop-parameter-sets=${SPS},${PPS}`;
    expect(readSdp(text).tracks[0]?.encoding).toBe('H264');
  });

  it('finds the payload type in the rtpmap where the media line has none', () => {
    expect(readSdp('m=video 0 RTP/AVP\na=rtpmap:97 H265/90000').tracks[0]).toMatchObject({
      payloadType: 97,
      encoding: 'H265',
    });
  });

  it('finds parameters that stand behind another media line', () => {
    const sprop = `sprop-parameter-sets=${SPS},${PPS}`;
    const { tracks } = readSdp(
      [...VIDEO, 'm=application 0 RTP/AVP 107', `a=fmtp:96 ${sprop}`].join('\n'),
    );
    expect(tracks[0]?.fmtp).toBe(sprop);
  });

  it.each(['', '\0\0', 'm=', 'm=video', 'm=video 0 RTP/AVP x', 'a=rtpmap:', '<html></html>'])(
    'that is none has no tracks: %j',
    (text) => expect(readSdp(text).tracks).toEqual([]),
  );
});

describe('a clean SDP', () => {
  it('has the first video that can be shown', () => {
    const { tracks, videoEncoding } = clean(
      ...['m=video 0 RTP/AVP 26', 'a=control:jpeg'],
      ...['m=video 0 RTP/AVP 96 97', 'a=rtpmap:96 MP4V-ES/90000', 'a=rtpmap:97 HEVC/90000'],
      ...['a=control:second', ...VIDEO, 'a=control:third'],
    );
    expect(videoEncoding).toBe('H265');
    expect(tracks).toMatchObject([{ id: 1, payloadType: 97, control: 'second' }]);
  });

  it('names a video that cannot be shown', () => {
    const { tracks, videoEncoding } = clean('m=video 0 RTP/AVP 96', 'a=rtpmap:96 MP4V-ES/90000');
    expect(videoEncoding).toBe('MP4V-ES');
    expect(tracks).toEqual([]);
  });

  it('is minimal, numbers its tracks anew and keeps parameter sets', () => {
    const { text, tracks } = clean(
      ...['v=0', 's=Media Presentation', 'e=x', 'b=AS:5100', 'a=control:rtsp://10.0.0.1/'],
      ...[...VIDEO, `a=fmtp:96 profile-level-id=420029; Sprop-Parameter-Sets="x"; junk`],
      ...[`a=fmtp:96 sprop-parameter-sets=${SPS.replace('=', '')},${PPS}`, 'a=control:t1'],
      ...['a=Media_header:MEDIAINFO=4948', 'm=audio 0 RTP/AVP 0', 'a=control:t2'],
      ...['m=application 0 RTP/AVP 107', 'a=rtpmap:107 vnd.onvif.metadata/90000'],
    );
    expect(tracks.map(({ id, control }) => [id, control])).toEqual([
      [1, 't1'],
      [2, 't2'],
    ]);
    expect(text).toContain('a=control:trackID=1\r\n');
    expect(text).toContain('m=audio 0 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n');
    expect(text).not.toMatch(/10\.0\.0\.1|onvif|MEDIAINFO|\n[be]=/);
  });

  it('mends base64 without its padding', () => {
    const sprop = `sprop-parameter-sets=${SPS.replace('=', '')},${PPS.replace('==', '')}`;
    const { text, tracks } = clean(...VIDEO, `a=fmtp:96 packetization-mode=1;${sprop}`);
    expect(text).toContain(`profile-level-id=4D400C;sprop-parameter-sets=${SPS},${PPS}\r\n`);
    expect(tracks[0]?.parameterSets).toHaveLength(2);
  });

  it.each([
    'sprop-parameter-sets=',
    'sprop-parameter-sets=AAAA,AAAA',
    `sprop-parameter-sets=${PPS}`,
  ])('leaves out parameter sets that are none: %s', (sprop) =>
    expect(clean(...VIDEO, `a=fmtp:96 ${sprop}`).text).not.toContain('sprop'),
  );

  it.each([
    ['a=rtpmap:97 PCMU/8000', 'PCMU'],
    ['a=rtpmap:97 PCMA/16000', 'PCMA'],
    ['a=rtpmap:97 L16/16000', 'L16'],
    ['a=rtpmap:97 opus/48000/2', 'OPUS'],
    ['a=rtpmap:97 mpeg4-generic/16000\r\na=fmtp:97 mode=AAC-hbr;config=1408', 'MPEG4-GENERIC'],
    ['a=rtpmap:97 MPEG4-GENERIC/16000/1', 'MPEG4-GENERIC'],
  ])('offers sound that can be heard: %s', (line, encoding) => {
    const { tracks, soundEncoding } = clean(...VIDEO, 'm=audio 0 RTP/AVP 97', line);
    expect([tracks[1]?.encoding, soundEncoding]).toEqual([encoding, encoding]);
  });

  it('makes the configuration of AAC from the clock where it is missing', () => {
    const { text } = clean('m=audio 0 RTP/AVP 97', 'a=rtpmap:97 MPEG4-GENERIC/16000/1');
    expect(text).toContain('config=1408\r\n');
  });

  it.each([
    ['a=rtpmap:97 G726-32/8000', 'G726-32'],
    ['a=rtpmap:97 G7221/16000', 'G7221'],
    ['a=rtpmap:97 G722/8000', 'G722'],
    ['a=rtpmap:97 MP4A-LATM/16000', 'MP4A-LATM'],
    ['a=rtpmap:97 MPA/90000', 'MPA'],
    ['a=rtpmap:97 mpeg4-generic/16000\r\na=fmtp:97 mode=AAC-lbr;config=1408', 'MPEG4-GENERIC'],
    ['a=rtpmap:97 mpeg4-generic/16000\r\na=fmtp:97 mode=AAC-hbr;config=F8F0', 'MPEG4-GENERIC'],
  ])('leaves out and names sound that cannot be heard: %s', (line, encoding) => {
    const { tracks, soundEncoding, text } = clean(...VIDEO, 'm=audio 0 RTP/AVP 97', line);
    expect([tracks.length, soundEncoding]).toEqual([1, encoding]);
    expect(text).not.toContain('m=audio');
  });

  it('takes the second sound where the first cannot be heard, and never the way back', () => {
    const { tracks } = clean(
      ...[...VIDEO, 'm=audio 0 RTP/AVP 0', 'a=sendonly'],
      ...['m=audio 0 RTP/AVP 97', 'a=rtpmap:97 G726-16/8000', 'm=audio 0 RTP/AVP 8'],
    );
    expect(tracks.map((track) => track.encoding)).toEqual(['H264', 'PCMA']);
  });
});
