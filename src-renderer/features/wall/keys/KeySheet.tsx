import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { KEY_GROUPS } from '../../../commands/commands.ts';
import './key-sheet.css';

/** All keys of the wall, made of the list that the code acts by. */
export function KeySheet({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keys" size="wide" onClose={onClose}>
      <div className="key-sheet">
        {KEY_GROUPS.map(({ title, commands }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {commands.map(({ shown, about }) => (
                <div key={about}>
                  <dt>
                    {shown.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{about}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p>
          A double click opens a camera in fullscreen and leaves it. The wheel, or two fingers,
          zoom; a swipe, or the wheel with Shift, turns pages.
        </p>
      </div>
    </Dialog>
  );
}
