import type { HealthFault } from '@contract/models/health.ts';
import type { IsapiError } from '../../isapi/isapi-error.ts';

/** Why a question beside the streams was not answered, as far as people tell it apart. */
export function faultOf(error: IsapiError): HealthFault {
  switch (error.kind) {
    case 'unreachable':
    case 'timeout':
    case 'cancelled':
    case 'tls':
      return 'unreachable';
    case 'auth':
      return error.reason === 'no-permission' ? 'no-permission' : 'refused';
    case 'locked':
    case 'no-digest':
      return 'refused';
    case 'busy':
    case 'not-supported':
      return error.kind;
    case 'https-wanted':
    case 'too-large':
    case 'hostile':
    case 'bad-answer':
      return 'bad-answer';
  }
}
