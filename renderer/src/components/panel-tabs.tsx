import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './panel-tabs.module.css';

export interface PanelTab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How much there is in it; none is shown without. */
  readonly count?: number | undefined;
  /** What can be done with it, at the end of the line of names. */
  readonly action?: ReactNode;
  readonly content: ReactNode;
}

export interface PanelTabsProps<Id extends string> {
  /** Name of the line of names. */
  readonly label: string;
  readonly tabs: readonly PanelTab<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

/** Parts that share a panel, with their names at its top; arrow keys move between them. */
export function PanelTabs<Id extends string>({
  label,
  tabs,
  current,
  onChange,
}: PanelTabsProps<Id>): React.JSX.Element {
  return (
    <Tabs.Root
      className={styles.tabs}
      value={current}
      onValueChange={(value) => {
        const chosen = tabs.find(({ id }) => id === value);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <div className={styles.head}>
        <Tabs.List className={styles.list} aria-label={label}>
          {tabs.map(({ id, label: name, count }) => (
            <Tabs.Trigger key={id} value={id} className={styles.tab}>
              {name}
              {count !== undefined && <span className={`${styles.count} tabular`}>{count}</span>}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.find(({ id }) => id === current)?.action}
      </div>
      {tabs.map(({ id, content }) => (
        <Tabs.Content key={id} value={id} className={styles.content} tabIndex={-1}>
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
