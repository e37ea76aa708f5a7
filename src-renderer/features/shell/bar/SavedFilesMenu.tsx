import { Film, FolderOpen, Image } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { SavedMedia } from '@contract/models/site.ts';
import { request } from '../../../api/ipc-client.ts';
import { clockTime } from '../../../text/clock-time.ts';
import { revealFile } from '../../../store/saved-file-toast.ts';
import './saved-files.css';

/** What was kept of what was seen, also before this start: anyone at the desk finds a snapshot again. */
export function SavedFilesMenu(): ReactNode {
  const id = useId();
  const [files, setFiles] = useState<readonly SavedMedia[] | null>(null);
  const list = async (): Promise<void> => {
    const answer = await request('file:list', {});
    setFiles(answer.ok ? answer.value : []);
  };
  return (
    <>
      <button
        type="button"
        className="saved-files__button"
        popoverTarget={id}
        aria-label="Saved files"
        title="Saved files: snapshots and recordings"
      >
        <FolderOpen size={18} aria-hidden />
      </button>
      <div
        id={id}
        popover="auto"
        className="saved-files"
        role="group"
        aria-label="Saved files"
        onToggle={({ newState }) => {
          if (newState === 'open') void list();
        }}
      >
        <h2>Saved files</h2>
        {files?.length === 0 && (
          <p>Nothing yet. S saves a picture of the chosen camera, R records it.</p>
        )}
        <ul>
          {files?.map((file) => (
            <FileRow key={file.fileId} file={file} />
          ))}
        </ul>
      </div>
    </>
  );
}

function FileRow({ file }: { file: SavedMedia }): ReactNode {
  const Icon = file.kind === 'picture' ? Image : Film;
  const day = new Date(file.savedAtMs).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short' },
  });
  return (
    <li>
      <button
        type="button"
        title={`Show in its folder: ${file.path}`}
        onClick={() => void revealFile(file)}
      >
        <Icon size={16} aria-hidden />
        <bdi>{file.name}</bdi>
        <span>
          {day} {clockTime(file.savedAtMs)}
        </span>
      </button>
    </li>
  );
}
