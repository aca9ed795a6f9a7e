import { FolderOpen } from 'lucide-react';
import { useCommands, useShortcut } from '../commands/commands-context';
import { IconButton } from '../components/icon-button';
import { ProjectList } from '../features/projects/project-list';
import { JobStrip } from '../features/transcribe/job-strip';
import { useTexts } from '../state/studio-context';
import styles from './side-panel.module.css';

/** The other projects, and what is being done. */
export function SidePanel(): React.JSX.Element {
  const t = useTexts();
  const commands = useCommands();
  const shortcut = useShortcut('file.open');
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('projects.list')}</h2>
        <IconButton
          label={t('projects.add')}
          shortcut={shortcut}
          icon={<FolderOpen />}
          onClick={() => commands.run('file.open')}
        />
      </div>
      <div className={styles.projects}>
        <ProjectList look="card" />
      </div>
      <div className={styles.jobs}>
        <JobStrip />
      </div>
    </div>
  );
}
