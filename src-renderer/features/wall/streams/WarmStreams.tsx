import type { ReactNode } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import type { WallPlace } from '../../../model/expected-next.ts';
import { useWarmStreams } from './use-warm-streams.ts';

interface WarmStreamsProps extends WallPlace {
  cameras: readonly Camera[];
  allowed: ReadonlySet<Camera>;
  aimed: Camera | undefined;
}

/** Shows nothing. On its own, because it follows the state of each tile, and the wall must not be drawn for that. */
export function WarmStreams({ cameras, allowed, aimed, ...place }: WarmStreamsProps): ReactNode {
  useWarmStreams(cameras, allowed, place, aimed);
  return null;
}
