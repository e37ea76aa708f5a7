import { countOf } from '../../counts.ts';
import type { MessageWords } from '../../message-words.ts';
import { files } from './file-messages.ts';

const quoted = (name: string) => `“${name}”`;

/** What main and the contract have to tell. */
export const messages: MessageWords = {
  ...files,
  'unknown-request': 'The app does not know this request.',
  'untrusted-page': 'This page may not ask.',
  'pin-wanted': 'This needs the admin PIN.',
  'entries-unusable': 'Some of the entries cannot be used.',
  internal: 'Something went wrong inside the app. The log file says more.',
  'no-answer': 'The app did not answer. Restart it if this goes on.',

  'enter-number': ({ from, to }) => `Enter a number from ${from} to ${to}.`,
  'enter-whole-number': 'Enter a whole number.',
  'channel-from-1': 'Channels begin with 1.',
  'channel-to': ({ most }) => `Channels end with ${most}.`,
  'channels-at-least-1': 'An NVR has at least 1 channel.',
  'channels-at-most': ({ most }) => `An NVR has at most ${most} channels.`,
  'channel-twice': 'Every channel may occur once.',
  'port-range': 'Ports go from 1 to 65535.',
  'too-long': ({ most }) => `At most ${most} characters.`,
  'too-short': ({ least }) => `At least ${least} characters.`,
  'unknown-character': 'Contains a character that recorders do not know.',
  'unseen-character': 'Contains a sign that cannot be seen. Type it by hand.',
  'not-a-fingerprint': 'Not a fingerprint.',
  'enter-host': 'Enter the NVR’s IP address or host name.',
  'host-only':
    'Enter only an IP address or host name, for example 192.168.1.64, without http:// or a port.',
  'enter-nvr-name': 'Give the NVR a name, for example “Warehouse”.',
  'enter-camera-name': 'Give the camera a name.',
  'choose-camera': 'Choose at least one camera.',
  'enter-nvr-user': 'Enter the user name the NVR knows.',
  'enter-user': 'Enter the user name.',
  'enter-password': 'Enter the password.',
  'enter-password-of-user': 'Enter the password that belongs to the user name.',
  'enter-user-of-password': 'Enter the user name that belongs to the password.',
  'enter-rtsp-address': 'Enter the camera’s RTSP address.',
  'rtsp-address-form':
    'Enter an address like rtsp://192.168.1.20:554/live/main, without user and password.',
  'rtsp-address-escapes':
    'Write special characters in the address as the camera’s manual does, for example %20 for a space.',
  'streams-of-one-server': 'Both streams must come from the same address and port.',
  'enter-path': ({ example }) =>
    `Enter the part of the address after the port, for example ${example}.`,
  'enter-channel-place': ({ placeholder }) =>
    `Write ${placeholder} where the channel’s number belongs.`,
  'pin-digits': ({ least, most }) => `A PIN has ${least} to ${most} digits.`,
  'pin-guessable': 'This PIN would be guessed first. Mix the digits.',
  'enter-pin': 'Enter the admin PIN.',
  'enter-passphrase': 'Enter the passphrase.',
  'file-too-large': 'This file is too large for a site file.',
  'picture-too-large': 'This picture is too large to be saved.',
  'not-a-picture': 'This is not a PNG picture.',
  'two-passwords': ({ placeholder }) =>
    `This address holds another password. Write ${placeholder} in its place, and the password in its own field.`,
  'password-not-kept': 'Enter the password: the keychain has none for this NVR.',
  'address-taken': ({ name, host, port }) =>
    `${quoted(name)} already uses ${host} with RTSP port ${port}.`,
  'wrong-passphrase': 'This is not the passphrase, or the file was changed since it was made.',

  'nvr-removed': 'This NVR has been removed.',
  'nvr-is-single': 'An NVR cannot become a single camera, nor back.',
  'nvr-listed': 'This NVR is on the list already.',
  'nvr-address-taken': ({ nvr, twin }) =>
    `${quoted(nvr)} cannot be brought back: ${quoted(twin)} has its address now.`,
  'nvr-without-login': 'This camera asks for no login. Edit it to give it a user.',
  'nvr-looked-at': 'This NVR is being looked at already.',
  'nvr-without-list': 'This NVR has no list to compare with.',
  'nvr-disabled': 'This NVR is switched off. Switch it on to compare it.',
  'list-outdated': 'This list is not up to date any more. Look at the NVR again.',
  'not-an-rtsp-address': 'This is no RTSP address.',
  'camera-removed': 'This camera has been removed.',
  'cameras-removed': ({ lacking, all }) =>
    `${lacking} of these ${all} cameras ${lacking === 1 ? 'has' : 'have'} been removed. Nothing was changed.`,
  'channel-taken': ({ channel, owner }) => `Channel ${channel} is ${quoted(owner)} already.`,
  'no-sub-stream': ({ nvr }) =>
    `${quoted(nvr)} has no address for sub streams. Enter one under NVRs first.`,
  'single-without-channels': ({ nvr }) =>
    `${quoted(nvr)} is a single camera and has no other channels.`,
  'remove-under-nvrs': ({ name, others }) =>
    `${quoted(name)} ${others === 0 ? 'is' : `and ${others} more are`} a camera without an NVR. Remove it under NVRs, where its address and password are. Nothing was removed.`,
  'cannot-return-nvr': 'Their NVR has been removed. The removed cameras cannot be brought back.',
  'cannot-return-channel': ({ channel, owner }) =>
    `Channel ${channel} is ${quoted(owner)} now. The removed cameras cannot be brought back.`,
  'undo-too-late': 'It is too late to take this back.',

  'password-missing': 'The password is missing.',
  'keychain-gave-nothing': ({ reason }) =>
    `The system keychain did not give the password. Unlock it and try again. (${reason})`,
  'keychain-took-nothing': ({ reason }) =>
    `The system keychain did not take the password, so nothing was saved. Unlock it and try again. (${reason})`,
  'wrong-pin': ({ triesLeft }) =>
    `Wrong PIN. ${countOf(triesLeft, { one: '# try', other: '# tries' })} left.`,
  'pin-blocked': ({ seconds }) => `Too many wrong PINs. Try again in ${seconds} s.`,
  'pin-exists': 'An admin PIN has been set already. It can only be changed.',
  'pin-missing': 'No admin PIN has been set yet.',
  'locked-meanwhile': 'The app was locked meanwhile. Enter the PIN again.',

  'disk-full': ({ folder }) =>
    `The disk is full, so nothing was saved in ${folder}. Free some space and try again.`,
  'disk-read-only': ({ folder }) => `The disk can only be read, so nothing was saved in ${folder}.`,
  'file-not-saved': ({ folder, reason }) => `The file could not be saved in ${folder}. (${reason})`,
  'file-gone': 'This file is not there any more.',
  'database-set-aside': ({ file }) =>
    `The list of NVRs was damaged and could not be read. It was kept as ${file}, and the app began with an empty list.`,
  'event-gone':
    'This event is not in the journal any more: it was too old, or the journal too large.',
  'journal-set-aside': ({ file }) =>
    `The journal of events was damaged and could not be read. It was kept as ${file}, and the app began with an empty one.`,
  'folder-shared': ({ folder }) =>
    `Other users of this computer have access to ${folder}, because it belongs to one of them. Make the user who runs Opus NVR its owner.`,
};
