import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isDanger?: boolean | undefined;
  /** For an item that is on or off. */
  readonly isChecked?: boolean | undefined;
  /** A line above it. */
  readonly beginsGroup?: boolean | undefined;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** One button that takes a ref. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

/** A menu under a button. */
export function Menu({ trigger, items, align = 'start' }: MenuProps): React.JSX.Element {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          {items.map((item) => (
            <MenuRow key={item.id} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuRow({ item }: { readonly item: MenuItem }): React.JSX.Element {
  const { label, icon, shortcut, isDisabled = false, isDanger, isChecked, onSelect } = item;
  const body = (
    <>
      <span className={styles.icon}>{isChecked === true ? '✓' : icon}</span>
      <span className={styles.label}>{label}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </>
  );
  return (
    <>
      {item.beginsGroup === true && <DropdownMenu.Separator className={styles.line} />}
      {isChecked === undefined ? (
        <DropdownMenu.Item
          className={isDanger === true ? `${styles.item} ${styles.danger}` : styles.item}
          disabled={isDisabled}
          onSelect={onSelect}
        >
          {body}
        </DropdownMenu.Item>
      ) : (
        <DropdownMenu.CheckboxItem
          className={styles.item}
          checked={isChecked}
          disabled={isDisabled}
          // A column is seldom shown or hidden alone: the menu stays.
          onSelect={(event) => {
            event.preventDefault();
            onSelect();
          }}
        >
          {body}
        </DropdownMenu.CheckboxItem>
      )}
    </>
  );
}
