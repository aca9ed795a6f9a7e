import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useEditing, useSession, useStudio } from '../../state/studio-context';
import type { RowScroll } from './use-row-scroll';

export interface Follow {
  /** Whether the way back to the spoken row is to be offered. */
  readonly isLost: boolean;
  readonly goBack: () => void;
  /** The person scrolled or moved by hand: the table stays where they look. */
  readonly suspend: () => void;
  /** The person chose a place to hear: the table goes along again. */
  readonly resume: () => void;
}

/** Keeps the spoken row in sight while playing, until the person looks elsewhere. */
export function useFollow(ids: readonly string[], scroll: RowScroll): Follow {
  const { spoken, player, session } = useStudio();
  const spokenId = useStore(spoken, ({ sentenceId }) => sentenceId);
  const isPlaying = useStore(player.store, (state) => state.isPlaying);
  const isFollowing = useSession((state) => state.isFollowing);
  const isEditing = useEditing(({ typing }) => typing !== undefined);
  const index = spokenId === undefined || !isPlaying ? -1 : ids.indexOf(spokenId);
  const { isInSight, showRow } = scroll;
  const isSuspendedByHand = useRef(false);

  useEffect(() => {
    if (index === -1 || !isFollowing || isEditing) return;
    // Turning the page before the last row leaves something to read ahead.
    if (!isInSight(index) || !isInSight(index + 1)) showRow(index, 'center');
    // Only when the spoken row changes: a look elsewhere is not undone by drawing again.
  }, [index, isFollowing, isEditing]);

  return {
    isLost: index !== -1 && !isFollowing && !isInSight(index),
    goBack: () => {
      session.getState().set({ isFollowing: true });
      if (index !== -1) showRow(index, 'center');
    },
    suspend: () => {
      if (!isPlaying || !isFollowing) return;
      isSuspendedByHand.current = true;
      session.getState().set({ isFollowing: false });
    },
    resume: () => {
      // Who turned following off meant it.
      if (!isSuspendedByHand.current || isFollowing) return;
      isSuspendedByHand.current = false;
      session.getState().set({ isFollowing: true });
    },
  };
}
