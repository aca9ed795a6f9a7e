import { commandKeys } from '@core/commands/command-keys';
import { commandSpecs, type CommandId } from '@core/commands/command-specs';
import { useEffect, useLayoutEffect } from 'react';
import { useStudio } from '../state/studio-context';
import { useCommands } from './commands-context';
import { findKeyPlace, isTextField } from './key-place';
import { findCommand } from './match-shortcut';

/** Edits that a focused text field has of its own, by the browser's names for them. */
const fieldEdits: Partial<Readonly<Record<CommandId, string>>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.selectAll': 'selectAll',
};

/** Runs commands by key, and those chosen in the host's own menus. */
export function useCommandKeys(): void {
  const { host, connection, session } = useStudio();
  const commands = useCommands();
  // Keys work from the moment in which the window is seen.
  useLayoutEffect(() => {
    let isByPointer = false;
    let clicked: EventTarget | undefined;
    const onPointerDown = (): void => void (isByPointer = true);
    const onFocus = ({ target }: FocusEvent): void => {
      clicked = isByPointer ? (target ?? undefined) : undefined;
    };
    const isMac = host.platform === 'darwin';
    const onKeyDown = (event: KeyboardEvent): void => {
      // The key that begins a composition is not yet part of it, but goes to the input method.
      if (event.defaultPrevented || event.isComposing || event.key === 'Process') return;
      // A dialog that was asked for may not stand yet; what is typed meanwhile is meant for it.
      if (session.getState().dialog !== undefined) return;
      const place = findKeyPlace(event, clicked);
      const id = findCommand(event, place, commandKeys, { isMac, isRepeat: event.repeat });
      if (id === undefined) return;
      // The browser's own meaning of the keys (find, print) must not show up either way.
      event.preventDefault();
      commands.run(id);
    };
    const onAnyKey = (): void => void (isByPointer = false);
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    window.addEventListener('keydown', onAnyKey, { capture: true });
    window.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
      window.removeEventListener('keydown', onAnyKey, { capture: true });
      window.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [commands, host, session]);

  useEffect(
    () =>
      connection.client.on('command.run', ({ commandId }) => {
        const fieldEdit = fieldEdits[commandId];
        if (fieldEdit !== undefined && isTextField(document.activeElement)) {
          // oxlint-disable-next-line typescript/no-deprecated -- nothing else reaches a field's own undo
          document.execCommand(fieldEdit);
        } else {
          commands.run(commandId);
        }
      }),
    [commands, connection],
  );
}

/** Tells a host with native menus which commands can run, whenever that changes. */
export function useReportedCommands(): void {
  const {
    host,
    connection,
    document: store,
    jobs,
    session,
    editing,
    player,
    settings,
  } = useStudio();
  const commands = useCommands();
  useEffect(() => {
    if (!host.hasNativeDialogs) return undefined;
    let said = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const report = (): void => {
      timer = undefined;
      const enabled = commandSpecs.map(({ id }) => id).filter((id) => commands.isEnabled(id));
      const now = enabled.join(' ');
      if (now === said) return;
      said = now;
      // A menu that is not up to date is mended by the next report; running checks again anyway.
      connection.client.call('host.showCommands', { enabled }).catch(() => undefined);
    };
    const schedule = (): void => {
      timer ??= setTimeout(report, 80);
    };
    schedule();
    const ends = [store, jobs, session, editing, settings, player.store].map((each) =>
      each.subscribe(schedule),
    );
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [commands, connection, host, store, jobs, session, editing, player, settings]);
}
