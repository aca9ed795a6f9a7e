import styles from './kbd.module.css';

/** Keys of a shortcut as they stand on the keyboard: `Ctrl Shift Z`, parted by blanks. */
export function Kbd({ keys }: { readonly keys: string }): React.JSX.Element {
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
