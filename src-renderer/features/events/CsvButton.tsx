import { FileDown, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { cancelCsv, type CsvKind, useCsvRows } from '../../store/csv-store.ts';
import { useIsUnlocked } from '../../store/admin-store.ts';
import { text } from '../../text/catalogue.ts';

interface CsvButtonProps {
  kind: CsvKind;
  onExport: () => void;
}

/** Saves a table; while one is being written it says how many rows there are, and calls it off. Its size is the same. */
export function CsvButton({ kind, onExport }: CsvButtonProps): ReactNode {
  const rows = useCsvRows(kind);
  const isUnlocked = useIsUnlocked();
  const { about, running } = text.events.csv;
  const isRunning = rows !== null;
  const what = isRunning ? running(rows) : about[kind];
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={what}
      title={isUnlocked ? what : text.shell.needsPin(what)}
      onClick={isRunning ? () => void cancelCsv() : onExport}
    >
      {isRunning ? <Square size={16} aria-hidden /> : <FileDown size={18} aria-hidden />}
    </button>
  );
}
