import type { AppInfo } from '@contract/models/app-info.ts';
import { ok } from '@contract/result.ts';
import type { AdminLock } from '../../app/admin/admin-lock.ts';
import type { LoginWatch } from '../../app/gate/login-watch.ts';
import type { Go2rtcSupervisor } from '../../app/go2rtc/go2rtc-supervisor.ts';
import type { NvrProbeService } from '../../app/nvr/nvr-probe-service.ts';
import type { NvrService } from '../../app/nvr/nvr-service.ts';
import type { SecretsMonitor } from '../../app/secrets/secrets-monitor.ts';
import type { Preferences } from '../preferences.ts';
import type { Handlers } from './answer.ts';

/** The services requests are answered from. */
export interface HandlerServices {
  info: AppInfo;
  nvrs: NvrService;
  probes: NvrProbeService;
  go2rtc: Go2rtcSupervisor;
  logins: LoginWatch;
  secrets: SecretsMonitor;
  admin: AdminLock;
  preferences: Preferences;
}

/** Maps each request to the service that answers it; no logic lives here. */
export function createHandlers(services: HandlerServices): Handlers {
  const { info, nvrs, probes, go2rtc, logins, secrets, admin, preferences } = services;
  return {
    'app:get-info': async () => ok(info),
    'nvr:list': async () => ok(await nvrs.listNvrs()),
    'nvr:probe': (request) => probes.probe(request),
    'nvr:cancel-probe': async ({ probeId }) => {
      probes.cancel(probeId);
      return ok(null);
    },
    'nvr:add': (request) => nvrs.add(request),
    'nvr:set-password': ({ id, password }) => nvrs.setPassword(id, password),
    'nvr:remove': ({ id }) => nvrs.remove(id),
    'camera:list': async () => ok(await nvrs.listCameras()),
    'playback:get-status': async () => ok(go2rtc.status),
    'playback:report-refused': async ({ nvrId }) => {
      await logins.onRefusal(nvrId);
      return ok(null);
    },
    'playback:restart': async () => {
      await go2rtc.restart();
      return ok(null);
    },
    'secrets:get-status': async () => ok(secrets.status),
    'secrets:retry': async () => ok(await secrets.check()),
    'view:get': async () => ok(preferences.view),
    'view:set': async (view) => {
      preferences.view = view;
      return ok(null);
    },
    'admin:get-status': async () => ok(admin.status),
    'admin:set-pin': ({ pin }) => admin.setPin(pin),
    'admin:unlock': ({ pin }) => admin.unlock(pin),
    'admin:lock': async () => ok(admin.lock()),
    'admin:change-pin': ({ currentPin, newPin }) => admin.changePin(currentPin, newPin),
    'admin:set-auto-lock': ({ minutes }) => admin.setAutoLock(minutes),
  };
}
