import { readAddress } from '@contract/models/device-address.ts';
import type { NvrEntries } from '../add/add-nvr-state.ts';
import { type PastedLogin, splitLogin } from './pasted-login.ts';

const USUAL_PORT = { http: '80', https: '443' };

/**
 * The entries with a pasted address, such as http://192.168.1.64:8080/doc/page, taken apart: the host alone in its field, port,
 * HTTPS and a login in theirs. What is no address stays as it is, for the form to say so.
 */
export function takenApart(entries: NvrEntries): NvrEntries {
  const login = splitLogin(entries.host);
  if (login !== null) return takenApart(withLogin(entries, login));
  const address = readAddress(entries.host);
  if (address === null) return entries;
  const { host, port, isHttps, isRtsp } = address;
  const taken = port === null ? null : String(port);
  if (isRtsp) return { ...entries, host, rtspPort: taken ?? entries.rtspPort };
  const isSecure = isHttps ?? entries.isHttps;
  const usual = isHttps === null ? entries.httpPort : USUAL_PORT[isSecure ? 'https' : 'http'];
  return { ...entries, host, isHttps: isSecure, httpPort: taken ?? usual };
}

function withLogin(entries: NvrEntries, { rest, username, password }: PastedLogin): NvrEntries {
  return { ...entries, host: rest, username, password: password ?? entries.password };
}
