import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './bridge';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('fyra:call', name, input),
  on: (name, listener) => {
    const channel = `fyra:event:${name}`;
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.off(channel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('fyra', bridge);
