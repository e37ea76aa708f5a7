import type { ProbeFailure } from '@contract/models/probe.ts';
import type { ProbeRequest } from '@contract/models/probe-request.ts';

type Login = Pick<ProbeRequest, 'formId' | 'host' | 'username'> & { password: string };

/**
 * Remembers what recorders refused while one form is open, so that pressing the button again with the same password does not
 * use up another try. By host without port: HTTP and HTTPS of a recorder share its tries. A form opened anew may try again.
 */
export class RefusedLogins {
  #formId: string | null = null;
  readonly #failures = new Map<string, ProbeFailure>();

  /** Keeps a failure if it was a refused password. */
  note(login: Login, failure: ProbeFailure): void {
    if (failure.kind !== 'wrong-password') return;
    if (login.formId !== this.#formId) this.#failures.clear();
    this.#formId = login.formId;
    this.#failures.set(keyOf(login), { ...failure, wasSent: false });
  }

  /** Why this login need not be tried, or null. */
  find(login: Login): ProbeFailure | null {
    if (login.formId !== this.#formId) return null;
    return this.#failures.get(keyOf(login)) ?? null;
  }
}

function keyOf({ host, username, password }: Login): string {
  return JSON.stringify([host, username, password]);
}
