import { type CommandId, commandSpecs } from '@core/commands/command-specs';
import { texts } from '@core/messages/catalogue';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useCommandNames, useCommands, useShortcuts } from '../commands/commands-context';
import { BareDialog } from '../components/bare-dialog';
import { Kbd } from '../components/kbd';
import { useStudio, useTexts } from '../state/studio-context';
import styles from './palette.module.css';

const menus = ['file', 'edit', 'play', 'view', 'help'] as const;

/** Every command that can run now, by name in either language. */
export function Palette(): React.JSX.Element {
  const t = useTexts();
  const { session } = useStudio();
  const commands = useCommands();
  const nameOf = useCommandNames();
  const shortcutOf = useShortcuts();
  const close = (): void => session.getState().set({ dialog: undefined });
  const chosen = useRef<CommandId | undefined>(undefined);
  const run = (id: CommandId): void => {
    chosen.current = id;
    close();
  };
  return (
    <BareDialog
      label={t('app.commands')}
      scrimClassName={styles.scrim}
      onClose={close}
      onClosed={() => {
        // Only now, so that a command that moves the focus moves it from where it was.
        if (chosen.current !== undefined) commands.run(chosen.current);
      }}
    >
      <Command label={t('app.commands')} className={styles.palette} loop>
        <div className={styles.search}>
          <Search aria-hidden />
          <Command.Input
            className={styles.input}
            placeholder={t('app.palette.search')}
            aria-label={t('app.palette.search')}
          />
        </div>
        <Command.List className={styles.list}>
          <Command.Empty className={styles.none}>{t('app.palette.none')}</Command.Empty>
          {menus.map((menu) => {
            const listed = commandSpecs.filter(
              ({ id, menu: its }) =>
                its === menu && id !== 'view.palette' && commands.isEnabled(id),
            );
            return listed.length === 0 ? undefined : (
              <Command.Group
                key={menu}
                heading={t(`command.menu.${menu}`)}
                className={styles.group ?? ''}
              >
                {listed.map(({ id, label }) => {
                  const shortcut = shortcutOf(id);
                  return (
                    <Command.Item
                      key={id}
                      value={id}
                      keywords={[nameOf(id), ...texts[label]]}
                      className={styles.item}
                      onSelect={() => run(id)}
                    >
                      <span className={styles.name}>{nameOf(id)}</span>
                      {shortcut !== undefined && <Kbd keys={shortcut} />}
                    </Command.Item>
                  );
                })}
              </Command.Group>
            );
          })}
        </Command.List>
      </Command>
    </BareDialog>
  );
}
