import type { StreamCause } from '@contract/models/playback.ts';

/** Why a recording cannot be had, and what to do next. */
const causes: Record<StreamCause, string> = {
  'login-refused': 'Its login is not accepted. Review it under Manage, NVRs.',
  'login-missing': 'It asks for a user and a password. Enter them under Manage, NVRs.',
  'basic-only': 'It would take the password only in the clear. Set its RTSP login to Digest.',
  'not-allowed': 'This user may not play recordings of this camera. Give it that right in the NVR.',
  'channel-missing': 'The NVR has no recording of this channel at that time.',
  'camera-offline': 'The NVR has no recording of this channel at that time.',
  'channel-gone': 'The NVR has no such channel any more. Sync it under Manage, NVRs.',
  'session-limit': 'The NVR plays no more recordings at once. Close one elsewhere, then try again.',
  'sessions-used': 'This station plays as many recordings of the NVR as it bears. Close one first.',
  'session-ended': 'The NVR ended the session. Choose the moment again.',
  'udp-only': 'The NVR sends recordings only over UDP. Allow RTSP over TCP in its settings.',
  elsewhere: 'It points to another device, which is not followed.',
  'no-video': 'This recording has no video.',
  rejected: 'The NVR does not play this moment. Nothing may have been recorded then.',
  'bad-answer': 'What the NVR answers cannot be understood. Its firmware may need an update.',
  unreachable: 'The NVR cannot be reached. Check its power, network and ports.',
  'no-answer': 'The NVR does not answer. Check its power and network.',
  'connection-lost': 'The connection to the NVR was lost. Choose the moment again.',
  'refused-here': 'Its login is not accepted at the moment, so it is not asked.',
};

/** Looking back at what was recorded. */
export const review = {
  of: (camera: string) => `Recording of ${camera}`,
  recorded: 'Recorded',
  lookBack: 'Look back: what the NVR recorded',
  lookBackOf: (camera: string) => `Look back at ${camera}`,
  controls: 'Recording',
  play: 'Play',
  pause: 'Pause',
  back: '10 seconds back',
  forward: '10 seconds on',
  step: '10 s',
  live: 'Live',
  liveTip: 'Back to live',
  goTo: 'Go to time',
  goToHint: '14:03, -90s, yesterday 22:15',
  notATime: 'Write a time such as 14:03, 14:03:20, -90s, -10m or yesterday 22:15.',
  timeBar: 'Time bar',
  longer: 'Show more time',
  shorter: 'Show less time',
  now: 'now',
  clockUnknown: 'The NVR’s clock is not known yet: times may be off.',
  replay: 'Replay',
  replayTip: 'Look back from 10 seconds before',
  words: {
    connecting: { title: 'Finding that moment…', hint: '' },
    ended: { title: 'No more recording', hint: 'Nothing was recorded from here on.' },
    'no-recordings': {
      title: 'No recordings',
      hint: 'Only recordings of Hikvision-compatible NVRs can be shown.',
    },
    'not-connected': {
      title: 'No recording',
      hint: 'The NVR’s login is not accepted at the moment, so it is not asked.',
    },
    failed: 'No recording',
    unsupported: (codec: string) => ({
      title: `${codec} cannot be decoded here`,
      hint: 'Set this channel’s video encoding to H.264 in the NVR for recordings to come.',
    }),
    causes,
  },
};
