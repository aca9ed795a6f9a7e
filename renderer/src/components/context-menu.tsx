import { ContextMenu as Primitive } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { Kbd } from './kbd';
import styles from './menu.module.css';
import type { MenuItem } from './menu';

export interface ContextMenuProps {
  /** Asked each time the menu opens. */
  readonly getItems: () => readonly MenuItem[];
  /** One element that takes a ref: where the menu can be called up. */
  readonly children: ReactNode;
}

/** A menu at the pointer, or at the element with the focus where it is called up by key. */
export function ContextMenu({ getItems, children }: ContextMenuProps): React.JSX.Element {
  const [items, setItems] = useState<readonly MenuItem[]>([]);
  const chosen = useRef<MenuItem | undefined>(undefined);
  return (
    <Primitive.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) return;
        chosen.current = undefined;
        setItems(getItems());
      }}
    >
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.menu}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            // Run once the menu is gone: what moves the focus would lose it again to the menu's end.
            const item = chosen.current;
            if (item === undefined) return;
            event.preventDefault();
            item.onSelect();
          }}
        >
          {items.map((item) => (
            <Row key={item.id} item={item} onChoose={() => (chosen.current = item)} />
          ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Row({
  item: { label, icon, shortcut, isDisabled = false, isDanger, beginsGroup },
  onChoose,
}: {
  readonly item: MenuItem;
  readonly onChoose: () => void;
}): React.JSX.Element {
  return (
    <>
      {beginsGroup === true && <Primitive.Separator className={styles.line} />}
      <Primitive.Item
        className={isDanger === true ? `${styles.item} ${styles.danger}` : styles.item}
        disabled={isDisabled}
        onSelect={onChoose}
      >
        <span className={styles.icon}>{icon}</span>
        <span className={styles.label}>{label}</span>
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </Primitive.Item>
    </>
  );
}
