import type { NvrService } from '../../app/nvr/nvr-service.ts';
import type { SiteNames } from './admin-changes.ts';

/** What recorders and cameras are called now, by their numbers. */
export async function readSiteNames(
  nvrs: Pick<NvrService, 'listNvrs' | 'listCameras'>,
): Promise<SiteNames> {
  const recorders = new Map((await nvrs.listNvrs()).map(({ id, name }) => [id, name]));
  const cameras = new Map((await nvrs.listCameras()).map(({ id, name }) => [id, name]));
  return {
    nvr: (id) => recorders.get(id) ?? `number ${id}`,
    cameras: (ids) => ids.map((id) => cameras.get(id) ?? `number ${id}`),
  };
}
