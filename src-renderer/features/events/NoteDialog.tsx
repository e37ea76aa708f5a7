import type { ReactNode } from 'react';
import { eventNoteSchema, type JournalRow } from '@contract/models/events/journal.ts';
import { request } from '../../api/ipc-client.ts';
import { showToast } from '../../store/toast-store.ts';
import { text } from '../../text/catalogue.ts';
import { wrongEntries } from '../../text/message-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../ui/form/use-entry-form.ts';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { whatOf } from '../../text/event-words.ts';

interface NoteDialogProps {
  row: JournalRow;
  onClose: () => void;
}

/** What somebody writes about an event. */
export function NoteDialog({ row, onClose }: NoteDialogProps): ReactNode {
  const { id, note } = row;
  const form = useEntryForm({
    values: { note },
    check: (typed) => wrongEntries(eventNoteSchema, { id, ...typed }),
    send: async (typed) => {
      const saved = await request('event:note', { id, ...typed });
      if (!saved.ok) return { note: saved.error.message };
      showToast(text.events.noteSaved);
      onClose();
      return {};
    },
  });
  return (
    <Dialog title={text.events.noteOn(whatOf(row))} size="small" onClose={onClose}>
      <form noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <TextAreaField
          label={text.events.note}
          rows={4}
          dir="auto"
          data-initial-focus=""
          {...form.field('note')}
        />
        <Button type="submit" tone="primary" isBusy={form.isSending}>
          {text.common.save}
        </Button>
        <KeepUnsaved isDirty={form.isDirty} />
      </form>
    </Dialog>
  );
}
