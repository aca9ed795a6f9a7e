import { useEffect, useState } from 'react';
import { useTexts } from '../../../state/studio-context';
import styles from './cloud-settings.module.css';

/** A keychain that needs nobody has answered by then. */
const quickMs = 1_000;

/** Says, while a button's call takes its time, that the system may be asking for a password. */
export function KeychainWait(): React.JSX.Element {
  const t = useTexts();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), quickMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles.note} role="status">
      {isLong && t('cloud.keychain.waiting')}
    </p>
  );
}
