import { Cctv, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';

interface EmptyWallProps {
  onAddNvr: () => void;
  onAddSingle: () => void;
}

/** What a fresh installation shows: the one thing to do next. Or nothing is on the wall because all of it is disabled. */
export function EmptyWall({ onAddNvr, onAddSingle }: EmptyWallProps): ReactNode {
  const isFresh = useNvrs().length === 0;
  return (
    <section className="empty-wall">
      <Cctv size={56} strokeWidth={1.25} aria-hidden />
      <h1>{isFresh ? 'No cameras yet' : 'No cameras on the wall'}</h1>
      <p>
        {isFresh
          ? 'Add an NVR and its channels appear here as a live wall.'
          : 'All of them are disabled or removed. Enable them under Manage.'}
      </p>
      {isFresh && (
        <div className="empty-wall__ways">
          <Button
            tone="primary"
            data-home=""
            icon={<Plus size={16} aria-hidden />}
            onClick={onAddNvr}
          >
            Add your first NVR
          </Button>
          <Button onClick={onAddSingle}>Add camera by RTSP address…</Button>
        </div>
      )}
    </section>
  );
}
