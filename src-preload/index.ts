import { contextBridge, ipcRenderer } from 'electron';
import { type ChannelNames, createBridge } from './bridge.ts';

/** Written in by vite.config.ts. */
declare const CHANNEL_NAMES: ChannelNames;

contextBridge.exposeInMainWorld('opus', createBridge(ipcRenderer, CHANNEL_NAMES));
