import type { ProjectSummary } from '@contract/api';
import { showValueHarmless } from '@core/messages/show-harmless';
import { getShortcuts } from '@core/commands/command-keys';
import { type CommandId, type CommandMenu, commandSpecs } from '@core/commands/command-specs';
import { type Locale, type MessageKey, translate } from '@core/messages/catalogue';
import type { MenuItemConstructorOptions } from 'electron';
import { toAccelerator } from './to-accelerator';

export interface MenuFacts {
  readonly locale: Locale;
  /** Node's name of the system. */
  readonly platform: string;
  readonly isDevelopment: boolean;
  /** Commands that can run now. */
  readonly enabled: ReadonlySet<CommandId>;
  /** Last touched first. */
  readonly recent: readonly ProjectSummary[];
}

export interface MenuActions {
  readonly runCommand: (id: CommandId) => void;
  readonly openProject: (projectId: string) => void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };
const largestRecentCount = 10;

/** The native menus: every command, and what only a system's own menus can do. */
export function buildMenu(facts: MenuFacts, actions: MenuActions): Item[] {
  const text = (key: MessageKey): string => translate(facts.locale, key);
  const commands = (menu: CommandMenu): Item[] => buildCommandItems(menu, facts, actions);
  const isMac = facts.platform === 'darwin';
  const [open, ...otherFileItems] = commands('file');
  const recent: Item = {
    label: text('desktop.menu.openRecent'),
    submenu: buildRecent(facts, actions),
  };
  const quit: Item = { role: 'quit', label: text('desktop.menu.quit') };
  const about: Item = { role: 'about', label: text('desktop.menu.about') };
  return [
    ...(isMac ? [buildApplicationMenu(text, about, quit)] : []),
    {
      label: text('command.menu.file'),
      submenu: [
        ...(open === undefined ? [] : [open]),
        recent,
        ...otherFileItems,
        ...(isMac ? [] : [separator, quit]),
      ],
    },
    { label: text('command.menu.edit'), submenu: addClipboard(commands('edit'), text) },
    { label: text('command.menu.play'), submenu: commands('play') },
    {
      label: text('command.menu.view'),
      submenu: [
        ...commands('view'),
        separator,
        { role: 'togglefullscreen', label: text('desktop.menu.fullScreen') },
        ...(facts.isDevelopment
          ? ([
              separator,
              { role: 'reload', label: text('desktop.menu.reload') },
              { role: 'toggleDevTools', label: text('desktop.menu.developerTools') },
            ] satisfies Item[])
          : []),
      ],
    },
    {
      role: 'help',
      label: text('command.menu.help'),
      submenu: [...commands('help'), ...(isMac ? [] : [separator, about])],
    },
  ];
}

function buildCommandItems(
  menu: CommandMenu,
  { locale, platform, enabled }: MenuFacts,
  { runCommand }: MenuActions,
): Item[] {
  return commandSpecs
    .filter((spec) => spec.menu === menu)
    .flatMap((spec, index): Item[] => {
      const accelerator = toAccelerator(getShortcuts(spec.id)[0] ?? '', platform);
      const item: Item = {
        id: spec.id,
        label: translate(locale, spec.label),
        enabled: enabled.has(spec.id),
        // The page decides what a key does: there it may be typed into a text field.
        registerAccelerator: false,
        ...(accelerator === undefined || accelerator === '' ? {} : { accelerator }),
        click: () => runCommand(spec.id),
      };
      return spec.beginsGroup === true && index > 0 ? [separator, item] : [item];
    });
}

function buildRecent({ recent, locale }: MenuFacts, { openProject }: MenuActions): Item[] {
  if (recent.length === 0) {
    return [{ label: translate(locale, 'desktop.menu.noRecent'), enabled: false }];
  }
  return recent.slice(0, largestRecentCount).map(({ id, title }) => ({
    // A single & would underline the letter after it.
    label: showValueHarmless(title).replaceAll('&', '&&'),
    click: () => openProject(id),
  }));
}

/** The system's clipboard, after undo and redo as everywhere. */
function addClipboard(items: readonly Item[], text: (key: MessageKey) => string): Item[] {
  const afterRedo = items.findIndex(({ id }) => id === 'edit.redo') + 1;
  return [
    ...items.slice(0, afterRedo),
    separator,
    { role: 'cut', label: text('desktop.menu.cut') },
    { role: 'copy', label: text('desktop.menu.copy') },
    { role: 'paste', label: text('desktop.menu.paste') },
    ...items.slice(afterRedo),
  ];
}

function buildApplicationMenu(text: (key: MessageKey) => string, about: Item, quit: Item): Item {
  return {
    label: text('app.name'),
    submenu: [
      about,
      separator,
      { role: 'services', label: text('desktop.menu.services') },
      separator,
      { role: 'hide', label: text('desktop.menu.hide') },
      { role: 'hideOthers', label: text('desktop.menu.hideOthers') },
      { role: 'unhide', label: text('desktop.menu.showAll') },
      separator,
      quit,
    ],
  };
}
