import { FolderOpen } from 'lucide-react';
import { useCommands, useShortcut } from '../commands/commands-context';
import { IconButton } from '../components/icon-button';
import { PanelTabs } from '../components/panel-tabs';
import { ProblemsPanel } from '../features/problems/problems-panel';
import { ProjectList } from '../features/projects/project-list';
import { JobStrip } from '../features/transcribe/job-strip';
import { useProblems, useSession, useStudio, useTexts } from '../state/studio-context';
import styles from './side-panel.module.css';

/** The other projects and what is being done, or what is wrong with this one. */
export function SidePanel(): React.JSX.Element {
  const t = useTexts();
  const commands = useCommands();
  const { session } = useStudio();
  const shortcut = useShortcut('file.open');
  const side = useSession((state) => state.side);
  const count = useProblems(({ found }) => found?.list.length);
  return (
    <PanelTabs
      label={t('app.region.media')}
      current={side}
      onChange={(chosen) => session.getState().set({ side: chosen })}
      tabs={[
        {
          id: 'projects',
          label: t('projects.list'),
          action: (
            <IconButton
              label={t('projects.add')}
              shortcut={shortcut}
              icon={<FolderOpen />}
              onClick={() => commands.run('file.open')}
            />
          ),
          content: (
            <>
              <div className={styles.projects}>
                <ProjectList look="card" />
              </div>
              <div className={styles.jobs}>
                <JobStrip />
              </div>
            </>
          ),
        },
        {
          id: 'problems',
          label: t('problems.title'),
          count,
          content: <ProblemsPanel />,
        },
      ]}
    />
  );
}
