import { FileDown, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { cancelCsv, type CsvKind, useCsvRows } from '../../store/csv-store.ts';
import { useIsUnlocked } from '../../store/admin-store.ts';
import { text } from '../../text/catalogue.ts';

interface CsvButtonProps {
  kind: CsvKind;
  onExport: () => void;
}

/** Saves a table; while one is being written it counts its rows, and calls it off. */
export function CsvButton({ kind, onExport }: CsvButtonProps): ReactNode {
  const rows = useCsvRows(kind);
  const isUnlocked = useIsUnlocked();
  const words = text.events.csv;
  const about = words.about[kind];
  if (rows !== null) {
    return (
      <button
        type="button"
        className="csv-button"
        title={words.cancel}
        aria-label={words.running(rows)}
        onClick={() => void cancelCsv()}
      >
        <Square size={14} aria-hidden />
        <span>{words.rows(rows)}</span>
      </button>
    );
  }
  return (
    <button
      type="button"
      className="csv-button"
      title={isUnlocked ? about : text.shell.needsPin(about)}
      aria-label={about}
      onClick={onExport}
    >
      <FileDown size={16} aria-hidden />
      <span>{words.button}</span>
    </button>
  );
}
