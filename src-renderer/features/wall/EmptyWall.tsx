import { Cctv, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';

interface EmptyWallProps {
  onAddNvr: () => void;
  onAddSingle: () => void;
}

/** What a fresh installation shows: the one thing to do next. Or nothing is on the wall because all of it is disabled. */
export function EmptyWall({ onAddNvr, onAddSingle }: EmptyWallProps): ReactNode {
  const { empty } = text.wall;
  const isFresh = useNvrs().length === 0;
  return (
    <section className="empty-wall">
      <Cctv size={56} strokeWidth={1.25} aria-hidden />
      <h1>{isFresh ? empty.none : empty.noneShown}</h1>
      <p>{isFresh ? empty.noneAdvice : empty.noneShownAdvice}</p>
      {isFresh && (
        <div className="empty-wall__ways">
          <Button
            tone="primary"
            data-home=""
            icon={<Plus size={16} aria-hidden />}
            onClick={onAddNvr}
          >
            {empty.addNvr}
          </Button>
          <Button onClick={onAddSingle}>{empty.addSingle}</Button>
        </div>
      )}
    </section>
  );
}
