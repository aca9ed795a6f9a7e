import { useId, useMemo, useState } from 'react';
import { nameSpeaker } from '../commands/name-speaker';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Field, TextInput } from '../components/field';
import { createFilter } from '../lib/match-filter';
import { useDocument, useSession, useStudio, useTexts } from '../state/studio-context';
import styles from './speaker-dialog.module.css';

/** Names the speaker of the selected sentences; those of the project are offered. */
export function SpeakerDialog(): React.JSX.Element {
  const t = useTexts();
  const studio = useStudio();
  const { session } = studio;
  const selectedIds = useSession((state) => state.selectedIds);
  const filter = useSession((state) => state.filter);
  const sentences = useDocument((state) => state.project?.sentences);
  const formId = useId();
  const selected = useMemo(() => {
    const wanted = new Set(selectedIds);
    const passes = createFilter(filter);
    // A row that the filter hides is never edited.
    return (sentences ?? []).filter((sentence) => wanted.has(sentence.id) && passes(sentence));
  }, [sentences, selectedIds, filter]);
  const known = useMemo(() => {
    const names = (sentences ?? []).map(({ speaker }) => speaker ?? '').filter(Boolean);
    return [...new Set(names)];
  }, [sentences]);
  const [name, setName] = useState(selected[0]?.speaker ?? '');
  const close = (): void => session.getState().set({ dialog: undefined });

  const set = (speaker: string): void => {
    nameSpeaker(studio, speaker);
    close();
  };
  return (
    <Dialog
      width="narrow"
      title={t('app.speaker')}
      description={t('app.speaker.for', { count: selected.length })}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button look="quiet" onClick={() => set('')}>
            {t('app.speaker.none')}
          </Button>
          <Button look="primary" type="submit" form={formId} disabled={name.trim() === ''}>
            {t('app.speaker.set')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          set(name);
        }}
      >
        <Field label={t('app.speaker.name')}>
          {({ id }) => (
            <TextInput
              id={id}
              value={name}
              data-autofocus
              onFocus={(event) => event.target.select()}
              maxLength={120}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
      {known.length > 0 && (
        <div className={styles.known} role="group" aria-label={t('app.speaker.known')}>
          {known.map((speaker) => (
            <Button key={speaker} onClick={() => set(speaker)}>
              {speaker}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  );
}
