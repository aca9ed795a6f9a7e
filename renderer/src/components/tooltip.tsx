import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';
import styles from './tooltip.module.css';

/** Once around the window: tooltips wait a moment, but not again when the pointer moves on. */
export function TooltipProvider({ children }: { readonly children: ReactNode }): React.JSX.Element {
  return (
    <Primitive.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Primitive.Provider>
  );
}

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** One element that takes a ref. */
  readonly children: ReactNode;
}

/** A word about the element under the pointer or with the focus. */
export function Tooltip({ text, shortcut, children }: TooltipProps): React.JSX.Element {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.tooltip} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut !== undefined && <Kbd keys={shortcut} />}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
