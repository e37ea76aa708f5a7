import type { GatewayChild } from '../../app/rtsp/process/gateway-messages.ts';
import { launchUtility } from './utility-process.ts';

/** It passes media on and keeps none: more than this is a leak, and a new process costs two seconds of pictures. */
const HEAP_LIMIT_MB = 256;

/** Starts the RTSP gateway's process. */
export function launchGateway(): GatewayChild {
  return launchUtility({
    entry: 'gateway.js',
    serviceName: 'Opus NVR RTSP gateway',
    heapLimitMb: HEAP_LIMIT_MB,
  });
}
