import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { Kbd } from '../../components/kbd';
import { useCommands, useShortcut } from '../../commands/commands-context';
import { useTexts } from '../../state/studio-context';
import { ProjectList } from './project-list';
import styles from './start-page.module.css';

export interface StartPageProps {
  /** Jobs that go on while no project is open. */
  readonly jobs: ReactNode;
}

/** What the window shows while no project is open. */
export function StartPage({ jobs }: StartPageProps): React.JSX.Element {
  const t = useTexts();
  const commands = useCommands();
  const shortcut = useShortcut('file.open');
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <h1 className={styles.name}>{t('app.name')}</h1>
          <p className={styles.about}>{t('app.about')}</p>
        </header>
        <section className={styles.drop}>
          <Button
            look="primary"
            size="large"
            icon={<FolderOpen />}
            onClick={() => commands.run('file.open')}
          >
            {t('projects.open')}
          </Button>
          {shortcut !== undefined && <Kbd keys={shortcut} />}
          <p className={styles.hint}>{t('projects.drop')}</p>
        </section>
        {jobs}
        <section className={styles.recent} aria-label={t('projects.recent')}>
          <h2 className={styles.heading}>{t('projects.recent')}</h2>
          <ProjectList look="line" />
        </section>
      </div>
    </main>
  );
}
