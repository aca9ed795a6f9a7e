import type { ProjectSummary } from '@contract/api';
import { type CommandId, commandSpecs } from '@core/commands/command-specs';
import type { Locale } from '@core/messages/catalogue';
import { Menu } from 'electron';
import { buildMenu, type MenuActions } from './build-menu';

/** The native menus as they are shown now. */
export interface ApplicationMenu {
  /** Lets exactly these commands be chosen, without closing a menu that is open. */
  enable(commands: readonly CommandId[]): void;
  /** Writes the menus in a language. */
  setLocale(locale: Locale): void;
  setRecent(projects: readonly ProjectSummary[]): void;
}

/** Shows the native menus, rebuilt only when their words change. */
export function showApplicationMenu(
  options: { readonly locale: Locale; readonly isDevelopment: boolean },
  actions: MenuActions,
): ApplicationMenu {
  let { locale } = options;
  let enabled: ReadonlySet<CommandId> = new Set();
  let recent: readonly ProjectSummary[] = [];
  const show = (): void => {
    const facts = { locale, enabled, recent, platform: process.platform };
    const template = buildMenu({ ...facts, isDevelopment: options.isDevelopment }, actions);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  show();
  return {
    enable: (commands) => {
      enabled = new Set(commands);
      const menu = Menu.getApplicationMenu();
      for (const { id } of commandSpecs) {
        const item = menu?.getMenuItemById(id);
        if (item !== null && item !== undefined) item.enabled = enabled.has(id);
      }
    },
    setLocale: (chosen) => {
      if (chosen === locale) return;
      locale = chosen;
      show();
    },
    setRecent: (projects) => {
      const names = (list: readonly ProjectSummary[]): string =>
        JSON.stringify(list.map(({ id, title }) => [id, title]));
      if (names(projects) === names(recent)) return;
      recent = projects;
      show();
    },
  };
}
