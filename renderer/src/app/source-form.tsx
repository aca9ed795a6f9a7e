import { chooseForm, findOwnForm, type TextForm } from '@core/formats/text-form';
import type { CommandId } from '@core/commands/command-specs';
import { useCommandNames, useCommands } from '../commands/commands-context';
import { Menu } from '../components/menu';
import { useDocument, useSession, useTexts } from '../state/studio-context';
import { useFormTexts } from '../state/use-form-text';
import styles from './source-form.module.css';

/** To read the file in another encoding, and to write it in one. */
const commandIds = ['file.imports', 'file.saveBackAs'] as const satisfies readonly CommandId[];

/**
 * How the text of the file is encoded that the project came from, and will be when it is saved back
 * otherwise, with the ways to change that.
 */
export function SourceForm(): React.JSX.Element | undefined {
  const t = useTexts();
  const source = useDocument(({ project }) => project?.source);
  const chosen = useSession((state) => state.saveBackForm) ?? {};
  const commands = useCommands();
  const nameOf = useCommandNames();
  const listForm = useFormTexts();
  if (source?.encoding === undefined) return undefined;
  const say = ({ lineEnding, ...encoding }: TextForm): string =>
    listForm(encoding, lineEnding).join(' · ');
  const [came, goes] = [say(findOwnForm(source)), say(chooseForm(source, chosen))];
  const form = came === goes ? came : `${came} → ${goes}`;
  const format = source.format.toUpperCase();
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={styles.form}
          aria-label={t('app.source', { form, format })}
          title={t('app.source', { form, format })}
        >
          {form}
        </button>
      }
      items={commandIds.map((id) => ({
        id,
        label: nameOf(id),
        isDisabled: !commands.isEnabled(id),
        // The menu lets go of the focus first; a dialog opened before that would lose it.
        onSelect: () => setTimeout(() => commands.run(id)),
      }))}
    />
  );
}
