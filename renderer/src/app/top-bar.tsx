import { useEffect, useState } from 'react';
import { commandSpecs } from '@core/commands/command-specs';
import { AudioLines, Command as CommandIcon, FileDown, ShieldCheck, Cloud } from 'lucide-react';
import { useCommandNames, useCommands, useShortcuts } from '../commands/commands-context';
import { Button } from '../components/button';
import { IconButton } from '../components/icon-button';
import type { MenuItem } from '../components/menu';
import { MenuBar } from '../components/menu-bar';
import { Tooltip } from '../components/tooltip';
import { useDocument, useJobs, useStudio, useTexts } from '../state/studio-context';
import { useNames } from '../state/use-names';
import { ProjectTitle } from './project-title';
import { SourceForm } from './source-form';
import styles from './top-bar.module.css';

const menus = ['file', 'edit', 'play', 'view', 'help'] as const;

/** The bar over everything: menus where the system has none, the project, and what it is for. */
export function TopBar(): React.JSX.Element {
  const t = useTexts();
  const { host } = useStudio();
  const commands = useCommands();
  const shortcutOf = useShortcuts();
  const isOpen = useDocument(({ status }) => status === 'ready');
  const hasText = useDocument(({ project }) => (project?.sentences.length ?? 0) > 0);
  return (
    <header className={styles.bar} aria-label={t('app.region.top')}>
      {!host.hasNativeDialogs && <WindowMenus />}
      {isOpen && (
        <>
          <ProjectTitle />
          <SavedState />
          <SourceForm />
        </>
      )}
      <span className={styles.space} />
      {isOpen && (
        <>
          <EngineBadge />
          <Tooltip text={t('command.file.transcribe')} shortcut={shortcutOf('file.transcribe')}>
            <Button
              look={hasText ? 'plain' : 'primary'}
              icon={<AudioLines />}
              onClick={() => commands.run('file.transcribe')}
            >
              {t('app.transcribe')}
            </Button>
          </Tooltip>
          <Tooltip text={t('command.file.export')} shortcut={shortcutOf('file.export')}>
            <Button
              icon={<FileDown />}
              disabled={!hasText}
              onClick={() => commands.run('file.export')}
            >
              {t('app.export')}
            </Button>
          </Tooltip>
        </>
      )}
      <IconButton
        label={t('app.commands')}
        shortcut={shortcutOf('view.palette')}
        icon={<CommandIcon />}
        onClick={() => commands.run('view.palette')}
      />
    </header>
  );
}

function WindowMenus(): React.JSX.Element {
  const t = useTexts();
  const commands = useCommands();
  const nameOf = useCommandNames();
  const shortcutOf = useShortcuts();
  const listItems = (menu: (typeof menus)[number]): readonly MenuItem[] =>
    commandSpecs
      .filter((spec) => spec.menu === menu)
      .map(({ id, beginsGroup }) => ({
        id,
        label: nameOf(id),
        shortcut: shortcutOf(id),
        isDisabled: !commands.isEnabled(id),
        beginsGroup,
        onSelect: () => {
          // The menu lets go of the focus first; a dialog opened before that would lose it.
          setTimeout(() => commands.run(id));
        },
      }));
  return (
    <MenuBar
      label={t('app.menus')}
      menus={menus.map((menu) => ({
        id: menu,
        label: t(`command.menu.${menu}`),
        listItems: () => listItems(menu),
      }))}
    />
  );
}

/** Most edits are in the journal long before; a word that flickers with each of them says nothing. */
const savingShownMs = 300;

function SavedState(): React.JSX.Element {
  const t = useTexts();
  const saving = useDocument((state) => state.saving);
  const [shown, setShown] = useState(saving);
  useEffect(() => {
    const timer = setTimeout(() => setShown(saving), saving === 'saving' ? savingShownMs : 0);
    return () => clearTimeout(timer);
  }, [saving]);
  return (
    <span
      className={styles.saved}
      data-state={shown}
      role="status"
      aria-busy={saving === 'saving' || shown !== saving}
    >
      <span className={styles.dot} aria-hidden />
      {t(`app.saving.${shown}`)}
    </span>
  );
}

/** Where sound goes now; while none does, where that of this recording went. */
function EngineBadge(): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const heardBy = useDocument(({ project }) => project?.engine);
  const { engines } = useStudio().host;
  const isOnline = (engine: string | undefined): engine is string =>
    engines.some(({ id, needsNetwork }) => id === engine && needsNetwork);
  const sentTo = useJobs(
    ({ jobs }) => jobs.find(({ state, engine }) => state === 'running' && isOnline(engine))?.engine,
  );
  const engine = sentTo ?? heardBy;
  return (
    <span className={styles.badge}>
      {isOnline(engine) ? <Cloud aria-hidden /> : <ShieldCheck aria-hidden />}
      {isOnline(engine) ? t('app.online', { engine: names.engine(engine) }) : t('app.offline')}
    </span>
  );
}
