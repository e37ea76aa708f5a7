import { Film, FolderOpen, Image } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SavedMedia } from '@contract/models/site.ts';
import { text } from '../../../text/catalogue.ts';
import { request } from '../../../api/ipc-client.ts';
import { clockTime } from '../../../text/clock-time.ts';
import { dayText } from '../../../text/day-text.ts';
import { revealFile } from '../../../store/saved-file-toast.ts';
import { Popup } from '../../../ui/Popup.tsx';
import './saved-files.css';

/** What was kept of what was seen, also before this start: anyone at the desk finds a snapshot again. */
export function SavedFilesMenu(): ReactNode {
  const [files, setFiles] = useState<readonly SavedMedia[] | null>(null);
  const list = async (): Promise<void> => {
    const answer = await request('file:list', {});
    setFiles(answer.ok ? answer.value : []);
  };
  return (
    <Popup
      label={text.shell.savedFiles}
      className="saved-files"
      align="end"
      onOpen={() => void list()}
      tip={text.shell.savedFilesTip}
      trigger={
        <button type="button" className="saved-files__button" aria-label={text.shell.savedFiles}>
          <FolderOpen size={18} aria-hidden />
        </button>
      }
    >
      {() => (
        <>
          <h2>{text.shell.savedFiles}</h2>
          {files?.length === 0 && <p>{text.shell.nothingSaved}</p>}
          <ul>
            {files?.map((file) => (
              <FileRow key={file.fileId} file={file} />
            ))}
          </ul>
        </>
      )}
    </Popup>
  );
}

function FileRow({ file }: { file: SavedMedia }): ReactNode {
  const Icon = file.kind === 'picture' ? Image : Film;
  return (
    <li>
      <button
        type="button"
        title={text.shell.showFile(file.path)}
        onClick={() => void revealFile(file)}
      >
        <Icon size={16} aria-hidden />
        <bdi>{file.name}</bdi>
        <span>
          {dayText(file.savedAtMs)} {clockTime(file.savedAtMs)}
        </span>
      </button>
    </li>
  );
}
