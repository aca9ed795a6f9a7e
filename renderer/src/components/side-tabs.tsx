import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './side-tabs.module.css';

export interface SideTab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: ReactNode;
  readonly content: ReactNode;
}

export interface SideTabsProps<Id extends string> {
  /** Name of the list. */
  readonly label: string;
  readonly tabs: readonly SideTab<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

/**
 * Parts of a dialog with their names at its side; arrow keys move between them. The height does not
 * depend on what is shown.
 */
export function SideTabs<Id extends string>({
  label,
  tabs,
  current,
  onChange,
}: SideTabsProps<Id>): React.JSX.Element {
  return (
    <Tabs.Root
      className={styles.tabs}
      orientation="vertical"
      value={current}
      onValueChange={(value) => {
        const chosen = tabs.find(({ id }) => id === value);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Tabs.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.id}
            value={tab.id}
            className={styles.tab}
            data-autofocus={tab.id === current ? true : undefined}
          >
            {tab.icon}
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.id} value={tab.id} className={styles.panel} tabIndex={-1}>
          {tab.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
