import { FileInput } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { SiteImportPreview } from '@contract/models/site.ts';
import { text } from '../../text/catalogue.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { loadView } from '../../store/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from './Failure.tsx';
import { ImportReview } from './ImportReview.tsx';
import { SiteSection } from './SiteSection.tsx';

/** Brings in a file that another station has written, after a look at it. */
export function ImportSection(): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [preview, setPreview] = useState<SiteImportPreview | null>(null);

  const choose = async (file: File): Promise<void> => {
    setFailure(null);
    setPreview(null);
    setIsReading(true);
    const answer = await lookAt(file);
    setIsReading(false);
    if (typeof answer === 'string') setFailure(answer);
    else setPreview(answer);
  };

  return (
    <SiteSection title={text.site.bringIn} about={text.site.bringInAbout}>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text.site.file}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file again, once it was mended, is a change, too.
          if (file) void choose(file).finally(() => input.current && (input.current.value = ''));
        }}
      />
      {preview === null && (
        <Button
          icon={<FileInput size={16} aria-hidden />}
          isBusy={isReading}
          onClick={() => input.current?.click()}
        >
          {isReading ? text.site.reading : text.site.chooseFile}
        </Button>
      )}
      <Failure message={failure} />
      {preview !== null && (
        <ImportReview
          key={preview.previewId}
          preview={preview}
          onCancel={() => setPreview(null)}
          onDone={({ nvrs, cameras, passwords }) => {
            setPreview(null);
            showToast(text.site.broughtIn(nvrs, cameras, passwords > 0));
            void loadView();
          }}
        />
      )}
    </SiteSection>
  );
}

/** What the file would bring, or why it cannot be brought in. */
async function lookAt(file: File): Promise<SiteImportPreview | string> {
  let content: string;
  try {
    content = await file.text();
  } catch {
    return text.site.unreadable;
  }
  const answer = await adminRequest('site:preview-import', { text: content });
  if (answer.ok) return answer.value;
  const message = answer.error.fields?.['text'] ?? answer.error.message;
  return text.site.refused(message);
}
