import { useState, type ReactNode } from 'react';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { trustRequest } from '../edit/edit-request.ts';
import { Fingerprint } from '../../probe/index.ts';

interface CertificateReviewProps {
  nvr: NvrWithLogin;
  login: Extract<NvrLogin, { state: 'certificate-changed' }>;
  onDone: () => void;
}

/** Shows which certificate was accepted and which one is there now, and lets a person decide. */
export function CertificateReview({ nvr, login, onDone }: CertificateReviewProps): ReactNode {
  const [failure, setFailure] = useState<string | null>(null);
  useEscape(onDone);
  const trust = async (): Promise<void> => {
    const saved = await adminRequest('nvr:edit', trustRequest(nvr, login.fingerprint));
    if (saved.ok) onDone();
    else setFailure(saved.error.message);
  };
  return (
    <div className="certificate-review">
      <p className="nvr-list__name">{text.nvrs.certificateOf(nvr.name)}</p>
      <div className="certificate-review__pair">
        <Fingerprint label={text.probe.fingerprintBefore} value={login.pinnedFingerprint} />
        <Fingerprint label={text.probe.fingerprintNow} value={login.fingerprint} />
      </div>
      <p className="nvr-list__facts">{text.probe.advice['certificate-changed'].advice}</p>
      <p className="probe-stage__failure" role="alert">
        {failure}
      </p>
      <div className="certificate-review__choice">
        <Button autoFocus onClick={onDone}>
          {text.nvrs.notNow}
        </Button>
        <Button tone="danger" onClick={() => void trust()}>
          {text.nvrs.trustNew}
        </Button>
      </div>
    </div>
  );
}
