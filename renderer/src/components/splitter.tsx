import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './splitter.module.css';

const stepPx = 16;

export interface SplitterProps {
  /** What it makes larger or smaller. */
  readonly label: string;
  /** The way the line runs: a `vertical` one is dragged to the sides. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Size in px of the part it belongs to. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  /** Whether the part lies behind the line (right of it, below it). */
  readonly isReversed?: boolean;
  /** Called while it is being moved. */
  readonly onMove: (size: number) => void;
  /** Called when it has come to rest. */
  readonly onSettle: (size: number) => void;
  /** Double click: the usual size. */
  readonly onReset: () => void;
}

/** A line between two parts of the window, moved by pointer or arrow keys. */
export function Splitter(props: SplitterProps): React.JSX.Element {
  const { label, orientation, size, min, max, isReversed = false } = props;
  const start = useRef<{ readonly at: number; readonly size: number }>(undefined);
  const isVertical = orientation === 'vertical';
  const clamp = (value: number): number => Math.round(Math.min(max, Math.max(min, value)));
  const sizeAt = (event: PointerEvent): number => {
    const from = start.current;
    if (from === undefined) return size;
    const moved = (isVertical ? event.clientX : event.clientY) - from.at;
    return clamp(from.size + (isReversed ? -moved : moved));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const grow = isVertical ? 'ArrowRight' : 'ArrowDown';
    const shrink = isVertical ? 'ArrowLeft' : 'ArrowUp';
    const step = event.shiftKey ? stepPx * 4 : stepPx;
    const by = event.key === grow ? step : event.key === shrink ? -step : 0;
    const target =
      event.key === 'Home' ? min : event.key === 'End' ? max : size + (isReversed ? -by : by);
    if (target === size) return;
    event.preventDefault();
    event.stopPropagation();
    props.onSettle(clamp(target));
  };
  return (
    <div
      className={`${styles.splitter} ${isVertical ? styles.vertical : styles.horizontal}`}
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={props.onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: isVertical ? event.clientX : event.clientY, size };
      }}
      onPointerMove={(event) => {
        if (start.current !== undefined) props.onMove(sizeAt(event));
      }}
      onPointerUp={(event) => {
        if (start.current === undefined) return;
        const settled = sizeAt(event);
        start.current = undefined;
        props.onSettle(settled);
      }}
      onLostPointerCapture={() => {
        start.current = undefined;
      }}
    />
  );
}
