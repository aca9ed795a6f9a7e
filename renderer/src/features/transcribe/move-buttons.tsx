import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { IconButton } from '../../components/icon-button';
import { useTexts } from '../../state/studio-context';
import styles from './move-buttons.module.css';

interface MoveButtonsProps {
  readonly title: string;
  /** Among the jobs that wait, from 0. */
  readonly place: number;
  readonly count: number;
  readonly onMove: (step: 'up' | 'down') => void;
}

/** Moves a waiting job by one place. */
export function MoveButtons({ title, place, count, onMove }: MoveButtonsProps): React.JSX.Element {
  const t = useTexts();
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'up' | 'down'>(undefined);
  // A row that is moved in the page loses the focus, as does a button that goes out of use.
  useLayoutEffect(() => {
    const step = pressed.current;
    pressed.current = undefined;
    if (step === undefined) return;
    const [first, second] = step === 'up' ? [up, down] : [down, up];
    (first.current?.disabled === false ? first : second).current?.focus();
  }, [place]);
  const move = (step: 'up' | 'down'): void => {
    pressed.current = step;
    onMove(step);
  };
  return (
    <span className={styles.buttons}>
      <IconButton
        ref={up}
        className={styles.button}
        label={t('job.moveUp', { title })}
        icon={<ArrowUp />}
        disabled={place === 0}
        onClick={() => move('up')}
      />
      <IconButton
        ref={down}
        className={styles.button}
        label={t('job.moveDown', { title })}
        icon={<ArrowDown />}
        disabled={place === count - 1}
        onClick={() => move('down')}
      />
    </span>
  );
}
