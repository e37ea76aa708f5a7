/** What the list says of a camera, and what that means. */
export const cameraStates = {
  disabled: { text: 'Disabled', hint: 'It is not on the wall and is asked for nothing.' },
  nvrDisabled: { text: 'NVR disabled', hint: 'None of this NVR’s cameras is on the wall.' },
  gone: { text: 'Not on the NVR', hint: 'The NVR did not list it when it was last synced.' },
  unreachable: { text: 'NVR offline', hint: 'The NVR cannot be reached.' },
  refused: { text: 'Login refused', hint: 'Enter the NVR’s password anew under NVRs.' },
  locked: { text: 'Account locked', hint: 'The NVR locked it after failed logins.' },
  certificateChanged: {
    text: 'Certificate changed',
    hint: 'Review the NVR’s certificate under NVRs.',
  },
  noPassword: { text: 'No password', hint: 'Enter the NVR’s password anew under NVRs.' },
  checking: { text: 'Checking…', hint: 'The NVR’s login is being checked.' },
  checkingAgain: {
    text: 'No picture',
    hint: 'The NVR’s login failed, and is being checked again.',
  },
  keychainShut: {
    text: 'Keychain locked',
    hint: 'It holds the NVR’s password. Unlock it, then try again.',
  },
  live: { text: 'Live', hint: 'Its picture is on the wall now.' },
  damaged: {
    text: 'Damaged',
    hint: 'Its picture is on the wall, but smeared: the NVR or the network loses parts of it.',
  },
  starting: { text: 'Connecting…', hint: 'Its tile is waiting for a picture.' },
  notLive: { text: 'Not live', hint: 'Its tile on the wall says why.' },
  seenBroken: {
    text: 'Was not live',
    hint: 'When its tile was on screen last it was not live. Its page shows how it is now.',
  },
  leftOut: {
    text: 'Not shown',
    hint: 'The page on screen has more cameras of its NVR than may be asked for. Choose a smaller grid.',
  },
  notChecked: {
    text: 'Not checked',
    hint: 'Its NVR is well. Whether it has a picture shows while it is on screen.',
  },
};
