import { Cctv, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

/** What a fresh installation shows: the one thing to do next. */
export function EmptyWall(props: { onAddNvr: () => void; onAddSingle: () => void }): ReactNode {
  return (
    <section className="empty-wall">
      <Cctv size={56} strokeWidth={1.25} aria-hidden />
      <h1>No cameras yet</h1>
      <p>Add an NVR and its channels appear here as a live wall.</p>
      <Button tone="primary" icon={<Plus size={16} aria-hidden />} onClick={props.onAddNvr}>
        Add your first NVR
      </Button>
      <Button onClick={props.onAddSingle}>Add a single camera…</Button>
    </section>
  );
}
