import { Menubar } from 'radix-ui';
import { Kbd } from './kbd';
import type { MenuItem } from './menu';
import styles from './menu.module.css';
import barStyles from './menu-bar.module.css';

export interface MenuBarProps {
  readonly label: string;
  readonly menus: readonly {
    readonly id: string;
    readonly label: string;
    /** Asked for when the menu opens. */
    readonly listItems: () => readonly MenuItem[];
  }[];
}

/** Menus in a row, where the system shows none. */
export function MenuBar({ label, menus }: MenuBarProps): React.JSX.Element {
  return (
    <Menubar.Root className={barStyles.bar} aria-label={label}>
      {menus.map((menu) => (
        <Menubar.Menu key={menu.id}>
          <Menubar.Trigger className={barStyles.trigger}>{menu.label}</Menubar.Trigger>
          <Menubar.Portal>
            <Menubar.Content
              className={styles.menu}
              align="start"
              sideOffset={4}
              collisionPadding={8}
              // The focus goes back to where it was typed or selected, not to the bar.
              onCloseAutoFocus={(event) => event.preventDefault()}
            >
              <Items listItems={menu.listItems} />
            </Menubar.Content>
          </Menubar.Portal>
        </Menubar.Menu>
      ))}
    </Menubar.Root>
  );
}

function Items({
  listItems,
}: {
  readonly listItems: () => readonly MenuItem[];
}): React.JSX.Element[] {
  return listItems().map(({ id, label, shortcut, isDisabled, beginsGroup, onSelect }) => (
    <div key={id} role="none">
      {beginsGroup === true && <Menubar.Separator className={styles.line} />}
      <Menubar.Item className={styles.item} disabled={isDisabled ?? false} onSelect={onSelect}>
        <span className={styles.label}>{label}</span>
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </Menubar.Item>
    </div>
  ));
}
