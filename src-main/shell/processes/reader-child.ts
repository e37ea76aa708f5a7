import type { ReaderChild } from '../../app/site/reader/reader-messages.ts';
import { launchUtility } from './utility-process.ts';

/** The largest site file, made to bring forth as much as it can, takes a third of it. */
const HEAP_LIMIT_MB = 1_024;

/** Starts the process that reads what others wrote. */
export function launchReader(): ReaderChild {
  return launchUtility({
    entry: 'reader.js',
    serviceName: 'Opus NVR file reader',
    heapLimitMb: HEAP_LIMIT_MB,
  });
}
