import type { StudioFolders } from '@contract/api';
import { useEffect, useState } from 'react';
import { useStudio, useTexts } from '../../state/studio-context';
import styles from './folder-list.module.css';

/** Where the studio keeps what; to be read and copied. */
export function FolderList(): React.JSX.Element {
  const t = useTexts();
  const { client } = useStudio().connection;
  const [folders, setFolders] = useState<StudioFolders>();
  useEffect(() => {
    // Nothing can be done about folders here: without an answer the lines stay empty.
    client.call('settings.folders', {}).then(setFolders, () => undefined);
  }, [client]);
  return (
    <dl className={styles.list}>
      {(['home', 'projects', 'cache'] as const).map((name) => (
        <div key={name} className={styles.row}>
          <dt>{t(`settings.folders.${name}`)}</dt>
          <dd data-selectable>{folders?.[name] ?? ''}</dd>
        </div>
      ))}
    </dl>
  );
}
