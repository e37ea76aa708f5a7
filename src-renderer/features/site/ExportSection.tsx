import { FolderOpen, Upload } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { siteExportSchema, type SavedFile } from '@contract/models/site.ts';
import { text } from '../../text/catalogue.ts';
import { wrongEntries } from '../../text/message-text.ts';
import { request } from '../../api/ipc-client.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { useNvrs } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { PinField } from '../admin/index.ts';
import { useEntryForm } from '../../ui/form/use-entry-form.ts';
import { rootOf, type Wrong } from '../../ui/form/wrong.ts';
import { Failure } from './Failure.tsx';
import { SiteSection } from './SiteSection.tsx';

interface SavedSite extends SavedFile {
  hasPasswords: boolean;
}

const EMPTY = { hasPasswords: false, passphrase: '', repeated: '', pin: '' };

/** Writes the site into a file that another computer can bring in. */
export function ExportSection(): ReactNode {
  const isEmpty = useNvrs().length === 0;
  const [saved, setSaved] = useState<SavedSite | null>(null);
  const form = useEntryForm({
    values: EMPTY,
    check: wrongIn,
    send: async ({ hasPasswords, passphrase, pin }, { setValue }) => {
      setSaved(null);
      const answer = await adminRequest(
        'site:export',
        hasPasswords ? { passphrase, pin } : { passphrase: null },
      );
      setValue('pin', '');
      if (!answer.ok) {
        return { [answer.error.code === 'wrong-pin' ? 'pin' : rootOf]: answer.error.message };
      }
      if (hasPasswords) showToast(text.site.passwordsWritten);
      setSaved({ ...answer.value, hasPasswords });
      return {};
    },
  });
  const { hasPasswords, ...typed } = form.typed;
  return (
    <SiteSection title={text.site.move} about={text.site.moveAbout}>
      <form className="site-form" noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <Checkbox
          label={text.site.includePasswords}
          checked={hasPasswords}
          onChange={(isWanted) => form.choose('hasPasswords', isWanted)}
        />
        {hasPasswords && (
          <div className="site-form__pair">
            <Field
              label={text.site.passphrase}
              hint={text.site.passphraseHint}
              type="password"
              autoComplete="off"
              {...form.field('passphrase')}
            />
            <Field
              label={text.site.repeatPassphrase}
              type="password"
              autoComplete="off"
              {...form.field('repeated')}
            />
            <PinField label={text.admin.pin} hint={text.site.pinHint} field={form.field('pin')} />
          </div>
        )}
        <Button
          type="submit"
          tone="primary"
          icon={<Upload size={16} aria-hidden />}
          isBusy={form.isSending}
          disabled={isEmpty}
        >
          {form.isSending ? text.site.exporting : text.site.export}
        </Button>
      </form>
      <KeepUnsaved isDirty={hasPasswords && Object.values(typed).join('') !== ''} />
      {isEmpty && <p className="site-note">{text.site.nothingToExport}</p>}
      <Failure message={form.failure} />
      <div role="status">{saved && <Saved file={saved} />}</div>
    </SiteSection>
  );
}

function wrongIn({ hasPasswords, passphrase, repeated, pin }: typeof EMPTY): Wrong {
  if (!hasPasswords) return {};
  const wrong = wrongEntries(siteExportSchema, { passphrase, pin });
  if (wrong['passphrase'] !== undefined || passphrase === repeated) return wrong;
  return { ...wrong, repeated: text.site.passphrasesDiffer };
}

function Saved({ file }: { file: SavedSite }): ReactNode {
  const reveal = async (): Promise<void> => {
    const shown = await request('file:reveal', { fileId: file.fileId });
    if (!shown.ok) showToast(shown.error.message);
  };
  return (
    <div className="site-saved">
      <p>
        {text.site.savedAs(file.hasPasswords)} <span className="site-path">{file.path}</span>
      </p>
      <Button icon={<FolderOpen size={16} aria-hidden />} onClick={() => void reveal()}>
        {text.site.showInFolder}
      </Button>
    </div>
  );
}
