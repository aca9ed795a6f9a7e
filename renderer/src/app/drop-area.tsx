import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStudio, useTexts } from '../state/studio-context';
import styles from './drop-area.module.css';

/** Takes files dropped anywhere on the window, and says so while they are over it. */
export function DropArea(): React.JSX.Element | undefined {
  const t = useTexts();
  const { opening } = useStudio();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Only leaving the window has nothing it goes to.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      void opening.getState().openFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragover', onDragOver, { signal });
    window.addEventListener('dragleave', onDragLeave, { signal });
    window.addEventListener('drop', onDrop, { signal });
    return () => listening.abort();
  }, [opening]);
  if (!isOver) return undefined;
  return (
    <div className={styles.area}>
      <div className={styles.card} role="status">
        <Download aria-hidden />
        <p className={styles.title}>{t('app.drop')}</p>
        <p className={styles.hint}>{t('app.drop.hint')}</p>
      </div>
    </div>
  );
}
