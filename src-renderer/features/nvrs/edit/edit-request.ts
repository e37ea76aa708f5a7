import type { Nvr, NvrEditInput } from '@contract/models/nvr.ts';
import { EMPTY_FORM } from '../add/add-nvr-reducer.ts';
import type { AddNvrState, NvrEntries } from '../add/add-nvr-state.ts';
import { entriesByVendor, layoutOf } from '../entries/pattern-request.ts';

/** The form that changes a recorder, filled with all that is stored but its password. */
export function editForm(nvr: Nvr): AddNvrState {
  return {
    ...EMPTY_FORM,
    entries: entriesOf(nvr),
    acceptedFingerprint: nvr.fingerprint,
    stage: { at: 'entries', way: 'pattern' },
  };
}

/** What main needs to make the form true. Whoever typed another address and took that back keeps the accepted certificate. */
export function editRequest(
  nvr: Nvr,
  { entries, acceptedFingerprint }: Pick<AddNvrState, 'entries' | 'acceptedFingerprint'>,
): NvrEditInput {
  const device = nvr.layout.kind === 'single' ? unasked(nvr, entries) : entriesByVendor(entries);
  const { host, httpPort, isHttps, password } = device;
  const isSameDoor =
    host.trim().toLowerCase() === nvr.host &&
    httpPort.trim() === String(nvr.httpPort) &&
    isHttps === nvr.isHttps;
  return {
    ...device,
    id: nvr.id,
    password: password === '' ? null : password,
    fingerprint: acceptedFingerprint ?? (isSameDoor ? nvr.fingerprint : null),
    isBasicAllowed: entries.isBasicAllowed,
    layout: layoutOf(entries),
  };
}

/** The same recorder with another certificate to trust. */
export function trustRequest(nvr: Nvr, fingerprint: string): NvrEditInput {
  const { id, name, host, rtspPort, httpPort, isHttps, username, isBasicAllowed, layout } = nvr;
  return {
    ...{ id, name, host, rtspPort, httpPort, isHttps, username, isBasicAllowed, layout },
    ...{ password: null, fingerprint },
  };
}

/** A single camera is never asked over HTTP: what is stored for it stays. */
function unasked(nvr: Nvr, entries: NvrEntries): ReturnType<typeof entriesByVendor> {
  return { ...entriesByVendor(entries), httpPort: String(nvr.httpPort), isHttps: nvr.isHttps };
}

function entriesOf({ layout, ...nvr }: Nvr): NvrEntries {
  const hasTemplates = layout.kind === 'custom' || layout.kind === 'single';
  return {
    ...{ name: nvr.name, host: nvr.host, isHttps: nvr.isHttps, username: nvr.username },
    ...{ httpPort: String(nvr.httpPort), rtspPort: String(nvr.rtspPort), password: '' },
    isBasicAllowed: nvr.isBasicAllowed,
    ...{ maxChannels: String(nvr.maxChannels), vendor: layout.kind },
    mainTemplate: hasTemplates ? layout.main : '',
    subTemplate: hasTemplates ? (layout.sub ?? '') : '',
  };
}
