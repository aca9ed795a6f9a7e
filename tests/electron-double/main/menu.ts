import type { MenuItemConstructorOptions } from 'electron';
import { requireReady } from './lifecycle';
import { strict } from './strict';

/** An entry of a menu, as the program described it. */
export class DoubleMenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: DoubleMenu | undefined;
  enabled: boolean;
  private readonly run: () => void;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options;
    this.id = options.id ?? '';
    this.label = options.label ?? '';
    this.role = options.role;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.submenu = Array.isArray(submenu) ? DoubleMenu.buildFromTemplate(submenu) : undefined;
    this.run = () => (options.click as (() => void) | undefined)?.();
  }

  /** As a person would; what is grey does nothing. */
  click(): void {
    if (this.enabled) this.run();
  }
}

let applicationMenu: DoubleMenu | null = null;

export class DoubleMenu {
  readonly items: readonly DoubleMenuItem[];

  constructor(items: readonly DoubleMenuItem[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly object[]): DoubleMenu {
    const items = template.map((options) =>
      strict('MenuItem', new DoubleMenuItem(options as MenuItemConstructorOptions)),
    );
    return strict('Menu', new DoubleMenu(items));
  }
  static setApplicationMenu(menu: DoubleMenu | null): void {
    requireReady('Menu.setApplicationMenu');
    applicationMenu = menu;
  }
  static getApplicationMenu(): DoubleMenu | null {
    return applicationMenu;
  }

  getMenuItemById(id: string): DoubleMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }
}
