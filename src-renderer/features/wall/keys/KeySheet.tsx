import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { KEY_GROUPS } from '../../../commands/commands.ts';
import { useMay } from '../../../store/access-store.ts';
import './key-sheet.css';

/** All keys of the wall, made of the list that the code acts by. */
export function KeySheet({ onClose }: { onClose: () => void }): ReactNode {
  const may = useMay();
  return (
    <Dialog title={text.wall.keys} size="wide" onClose={onClose}>
      <div className="key-sheet">
        {KEY_GROUPS.map(({ title, commands }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {commands.map(({ shown, about, permission }) => (
                <div key={about}>
                  <dt>
                    {shown.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{may(permission) ? about : text.commands.withAdmin(about)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p>{text.wall.gestures} </p>
      </div>
    </Dialog>
  );
}
