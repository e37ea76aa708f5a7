import path from 'node:path';
import type { GatewayChild } from '../../src-main/app/rtsp/process/gateway-messages.ts';
import { forkNode } from './node-process.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../src-main/app/rtsp/process/gateway-main.ts');

/** The RTSP gateway as a plain Node child. */
export function forkGateway(): GatewayChild {
  return forkNode(ENTRY);
}
