import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { useNumberEntry } from '../../../store/number-entry-store.ts';
import { useWallCameras } from '../../../store/site-store.ts';
import './number-entry.css';

/** What is typed of a camera's number, and which camera that is, until Enter opens it. */
export function NumberEntry(): ReactNode {
  const digits = useNumberEntry();
  const camera = useWallCameras()[Number(digits) - 1];
  return (
    <div className="number-entry" role="status" data-testid="number-entry">
      {digits !== '' && (
        <p>
          {camera === undefined ? (
            text.wall.noCamera(digits)
          ) : (
            <>
              <span className="number-entry__digits">{digits}</span>
              <bdi className="number-entry__name">{camera.name}</bdi>
              <kbd>{text.commands.keys.enter}</kbd>
            </>
          )}
        </p>
      )}
    </div>
  );
}
