import { getShortcuts } from '@core/commands/command-keys';
import { commandSpecs } from '@core/commands/command-specs';
import { useCommandNames } from '../commands/commands-context';
import { Dialog } from '../components/dialog';
import { Kbd } from '../components/kbd';
import { formatShortcut } from '../lib/format-shortcut';
import { useStudio, useTexts } from '../state/studio-context';
import styles from './help-sheet.module.css';

const columns = [['file', 'edit'], ['play'], ['view', 'help']] as const;

/** All keys, menu by menu. */
export function HelpSheet(): React.JSX.Element {
  const t = useTexts();
  const { host, session } = useStudio();
  const nameOf = useCommandNames();
  return (
    <Dialog
      width="wide"
      title={t('command.help.shortcuts')}
      description={t('app.shortcuts.hint')}
      closeLabel={t('app.close')}
      onClose={() => session.getState().set({ dialog: undefined })}
    >
      <div className={styles.columns}>
        {columns.map((menus) => (
          <div key={menus[0]} className={styles.column}>
            {menus.map((menu) => (
              <section key={menu} aria-label={t(`command.menu.${menu}`)}>
                <h3 className={styles.heading}>{t(`command.menu.${menu}`)}</h3>
                <dl className={styles.list}>
                  {commandSpecs
                    .filter((spec) => spec.menu === menu && getShortcuts(spec.id).length > 0)
                    .map(({ id }) => (
                      <div key={id} className={styles.row}>
                        <dt>{nameOf(id)}</dt>
                        <dd className={styles.keys}>
                          {getShortcuts(id).map((shortcut) => (
                            <Kbd key={shortcut} keys={formatShortcut(shortcut, host.platform)} />
                          ))}
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
