import { countOf } from '../../counts.ts';
import { common } from '../common.ts';

const atTheNvr =
  'Nothing was sent. Edit this NVR in the list to compare the certificate and to trust it, then sync again.';
const later = 'Try again in a moment.';

/** Comparing an NVR with its own list of cameras. */
export const sync = {
  title: (nvr: string) => `Sync “${nvr}”`,
  notAsked: 'The NVR was not asked',
  lookAgain: 'Look again',
  moreCameras: (count: number) =>
    `${countOf(count, { one: '# more camera', other: '# more cameras' })}: nothing to do.`,
  compared: (count: number) => `${common.cameras(count)} compared, nothing to do.`,
  nothingDiffers: 'Everything is as the NVR says',
  nothingReadDiffers: 'What could be read is as it was',
  apply: (count: number) => `Apply ${countOf(count, { one: '# change', other: '# changes' })}`,
  isRightNvr: 'It is the right NVR',
  changed: (count: number) => `${common.cameras(count)} changed.`,
  newSerial: (nvr: string, serial: string) => `“${nvr}” now has the serial number ${serial}.`,

  otherDevice: 'Another device answers at this address',
  knownSerial: 'Known serial number',
  seenSerial: 'Answering now',
  replaced: {
    changed:
      'Was the NVR replaced? Then pick what to take over. If not, close this and check its address.',
    same: 'Its cameras are the same. Was the NVR replaced? Then say that it is the right one. If not, close this and check its address.',
  },

  groups: {
    added: { title: 'New cameras', effect: 'Come to the end of the wall' },
    renamed: { title: 'Renamed', effect: 'Take the NVR’s name' },
    'sub-stream': { title: 'Sub stream changed', effect: 'Used by small tiles' },
    gone: { title: 'Not listed any more', effect: 'Marked, and kept until you remove them' },
    back: { title: 'Listed again', effect: 'Lose their mark' },
  },
  picked: (picked: number, all: number) => `${picked} of ${all}`,
  sameName: (channel: number) => `same name as channel ${channel}, which is gone`,
  noSub: 'no sub stream',
  becomes: 'becomes',
  namedByYou: 'named by you',
  hasSub: 'has a sub stream now',
  lostSub: 'has no sub stream any more',

  /** Where an NVR that is there already needs another advice than one that is to be added. */
  advice: {
    'wrong-password':
      'Type the new password here. It is tried once; until then nothing is sent, so that the NVR does not lock the account.',
    'certificate-unknown': `This NVR’s certificate has not been accepted yet. ${atTheNvr}`,
    'certificate-changed': `Another device may be answering at this address. ${atTheNvr}`,
    'no-isapi':
      'ISAPI is switched off, or the port is another one. Switch it on at the NVR (Network → Integration Protocol), or check the port with Edit.',
    'port-closed':
      'A device is at this address, but it has no web server at this port. Check the port with Edit, or switch the web server on at the NVR.',
    'https-wanted':
      'Its HTTP port only leads to HTTPS. The password was not sent. Switch HTTPS on for this NVR with Edit, compare the certificate, and sync again.',
    'no-digest':
      'It asks for the password in a form that everybody in the network can read (Basic), so it was not sent. Switch Digest on at the NVR (Security → Authentication → Web).',
    busy: later,
    'too-large': later,
    'bad-answer': later,
    cancelled: 'Somebody looked at another NVR meanwhile. Try again.',
  },
};
