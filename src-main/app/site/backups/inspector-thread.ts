import { parentPort, workerData } from 'node:worker_threads';
import { inspectBackup, type Inspection } from './inspect-backup.ts';

// The entry of a worker thread: one backup, one answer.
parentPort?.postMessage(inspectBackup(workerData as Inspection));
