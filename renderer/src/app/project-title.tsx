import { useState } from 'react';
import { useDocument, useStudio, useTexts } from '../state/studio-context';
import styles from './project-title.module.css';

/** The title of the project, changed where it stands. */
export function ProjectTitle(): React.JSX.Element | undefined {
  const t = useTexts();
  const { document: store } = useStudio();
  const title = useDocument(({ project }) => project?.title);
  const [typed, setTyped] = useState<string>();
  if (title === undefined) return undefined;
  const keep = (): void => {
    const next = typed?.trim() ?? '';
    setTyped(undefined);
    if (next === '' || next === title) return;
    store.getState().edit({ kind: 'setProperties', properties: { title: next } });
  };
  return (
    <input
      className={styles.title}
      aria-label={t('app.title')}
      value={typed ?? title}
      maxLength={200}
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          setTyped(undefined);
          event.currentTarget.value = title;
          event.currentTarget.blur();
        }
      }}
    />
  );
}
