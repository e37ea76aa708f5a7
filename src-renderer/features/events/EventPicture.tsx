import { useEffect, useState, type ReactNode } from 'react';
import { request } from '../../api/ipc-client.ts';
import { text } from '../../text/catalogue.ts';

/** The JPEG that came with an event; nothing while it is read, and where it has been deleted since or is damaged. The page's policy takes pictures as data. */
export function EventPicture({ id }: { id: number }): ReactNode {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void request('event:picture', { id }).then((answer) => {
      if (isWanted && answer.ok && answer.value !== null) read(answer.value, setSource);
    });
    return () => void (isWanted = false);
  }, [id]);
  return source === null ? null : (
    <img src={source} alt={text.events.picture} draggable={false} onError={() => setSource(null)} />
  );
}

function read(bytes: Uint8Array, done: (source: string) => void): void {
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    if (typeof reader.result === 'string') done(reader.result);
  });
  reader.readAsDataURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));
}
