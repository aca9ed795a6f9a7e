import type { Edit } from '@core/edits/edit';
import type { Sentence } from '@core/transcript/sentence';
import type { StageTarget } from '@core/waveform/find-target';
import { xToTime, zoomAround } from '@core/waveform/viewport';
import { createFilter } from '../../lib/match-filter';
import type { StudioParts } from '../../state/studio-parts';
import { dragEdge, type EdgeTarget, listSnapTimes } from './drag-edge';
import { scrollBy } from './stage-viewport';
import type { WaveformView } from './waveform-view';

export interface StageGesturesOptions {
  readonly stage: HTMLElement;
  readonly parts: StudioParts;
  readonly view: WaveformView;
  /** The time under the pointer; undefined when it is gone. */
  readonly onHover: (hover: { readonly x: number; readonly timeMs: number } | undefined) => void;
}

export interface StageGestures {
  /** What is in sight changed under a pointer that may stand still. */
  readonly refresh: () => void;
  readonly end: () => void;
}

type Drag =
  | { readonly kind: 'edge'; readonly target: EdgeTarget; edit: Edit | undefined }
  | { readonly kind: 'seek' };

const snapPx = 6;
const zoomPerWheelPx = 0.0025;
const wheelLinePx = 32;

/**
 * What pointer and wheel do on the stage: seek, select, zoom, scroll, and drag the edges of
 * sentences and words. A drag becomes one edit when it ends, and none when Escape ends it.
 */
export function listenToStage({
  stage,
  parts,
  view,
  onHover,
}: StageGesturesOptions): StageGestures {
  const listening = new AbortController();
  const { signal } = listening;
  const { document: store, player, session } = parts;
  let drag: Drag | undefined;
  /** Where the pointer is; undefined when it is elsewhere. */
  let pointer: { readonly x: number; readonly y: number } | undefined;

  const place = (event: MouseEvent): { x: number; y: number } => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const timeAt = (x: number): number =>
    Math.min(view.view.durationMs, Math.max(0, xToTime(view.view, x)));

  const select = (event: PointerEvent, sentenceId: string): void => {
    const sentences = store.getState().project?.sentences ?? [];
    const isExtending = event.shiftKey && session.getState().currentId !== undefined;
    if (isExtending || event.ctrlKey || event.metaKey) {
      const shown = sentences.filter(createFilter(session.getState().filter));
      const listIds = (of: readonly Sentence[]): readonly string[] => of.map(({ id }) => id);
      session
        .getState()
        .changeSelection(
          { kind: isExtending ? 'extend' : 'toggle', id: sentenceId },
          { shownIds: listIds(shown), documentIds: listIds(sentences) },
        );
    } else {
      const { beginMs } = sentences.find(({ id }) => id === sentenceId)!;
      session.getState().goTo(sentenceId, beginMs);
    }
  };

  const press = (event: PointerEvent, target: StageTarget, x: number): void => {
    switch (target.kind) {
      case 'time':
        drag = { kind: 'seek' };
        player.seek(Math.round(timeAt(x)));
        break;
      case 'sentence':
        select(event, target.sentence.id);
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) {
          player.seek(target.sentence.beginMs);
        }
        break;
      case 'word':
        select(event, target.sentence.id);
        player.seek(target.sentence.words[target.wordIndex]!.beginMs);
        break;
      case 'sentenceEdge':
      case 'wordEdge':
        session.getState().select([target.sentence.id]);
        drag = { kind: 'edge', target, edit: undefined };
        break;
    }
  };

  const pull = (edge: Extract<Drag, { kind: 'edge' }>, event: PointerEvent, x: number): void => {
    const sentences = store.getState().project?.sentences ?? [];
    const edit = dragEdge(edge.target, timeAt(x), {
      durationMs: view.view.durationMs,
      snapMs: event.altKey ? [] : listSnapTimes(edge.target, sentences, player.positionMs),
      reachMs: (snapPx / view.view.pixelsPerSecond) * 1000,
    });
    try {
      view.showPreview(edit);
      edge.edit = edit;
    } catch {
      // Not every place an edge is pulled to makes a valid sentence: the last one that did stays.
    }
  };

  const endDrag = (isMeant: boolean): void => {
    const ended = drag;
    drag = undefined;
    if (ended?.kind !== 'edge') return;
    view.showPreview(undefined);
    if (isMeant && ended.edit !== undefined) store.getState().edit(ended.edit);
  };

  const show = (x: number, y: number): void => {
    const target = view.findTarget(x, y);
    const isEdge = target.kind === 'sentenceEdge' || target.kind === 'wordEdge';
    stage.style.cursor = isEdge ? 'ew-resize' : target.kind === 'time' ? 'text' : 'pointer';
    view.hover(target.kind === 'time' ? undefined : target.sentence.id);
    onHover({ x, timeMs: timeAt(x) });
  };

  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void => stage.addEventListener(name, listener, { signal, passive: false });

  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    const { x, y } = place(event);
    stage.setPointerCapture(event.pointerId);
    press(event, view.findTarget(x, y), x);
  });
  on('pointermove', (event) => {
    const { x, y } = place(event);
    pointer = { x, y };
    if (drag === undefined) show(x, y);
    else if (drag.kind === 'seek') player.seek(Math.round(timeAt(x)));
    else pull(drag, event, x);
    if (drag !== undefined) onHover({ x, timeMs: timeAt(x) });
  });
  on('pointerup', () => endDrag(true));
  on('pointercancel', () => endDrag(false));
  on('pointerleave', () => {
    pointer = undefined;
    view.hover(undefined);
    onHover(undefined);
  });
  on('dblclick', (event) => {
    const { x, y } = place(event);
    const target = view.findTarget(x, y);
    if (target.kind === 'time') return;
    const { beginMs, endMs } =
      target.kind === 'word' ? target.sentence.words[target.wordIndex]! : target.sentence;
    player.playRange(beginMs, endMs);
  });
  on('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : wheelLinePx;
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp(-event.deltaY * unit * zoomPerWheelPx);
      const { x } = place(event);
      view.moveByHand(zoomAround(view.view, view.view.pixelsPerSecond * factor, x));
    } else {
      const delta = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      view.moveByHand(scrollBy(view.view, delta * unit));
    }
  });
  // Before the commands of the window hear of it: Escape here means this drag alone.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || drag === undefined) return;
      event.stopPropagation();
      event.preventDefault();
      endDrag(false);
    },
    { signal, capture: true },
  );
  return {
    refresh: () => {
      if (pointer !== undefined && drag === undefined) show(pointer.x, pointer.y);
    },
    end: () => listening.abort(),
  };
}
