import { REQUEST_CHANNELS, REQUESTS } from '../../src-preload/contract/ipc-contract.ts';

/** The requests that change the installation, or take something out of it. */
export const CHANGING = REQUEST_CHANNELS.filter((channel) =>
  ['manage', 'configure', 'export'].includes(REQUESTS[channel].permission ?? ''),
);
