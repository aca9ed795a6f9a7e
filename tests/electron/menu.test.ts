import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandSpecs } from '@core/commands/command-specs';
import { translate } from '@core/messages/catalogue';
import { describe, expect, it } from 'vitest';
import type { DoubleProcess } from '../electron-double/launch-double';
import { callStudio, createFolder, readRecords, startStudio } from './use-double';

interface MenuEntry {
  readonly menu: string;
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly enabled: boolean;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
}

/** The entries of all menus, without the lines between them. */
function readMenus(double: DoubleProcess): Promise<MenuEntry[]> {
  return double.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!.items.flatMap((menu) =>
      menu
        .submenu!.items.filter(({ type }) => type !== 'separator')
        .map(({ id, label, role, enabled, accelerator, registerAccelerator }) => ({
          ...{ menu: menu.label, id, label, role: role },
          ...{ enabled, accelerator: accelerator as string | undefined, registerAccelerator },
        })),
    ),
  );
}

describe('the native menus', () => {
  it.each(['en', 'zh-CN'] as const)('name every command in %s', async (locale) => {
    const home = createFolder();
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ locale }));
    const { double } = await startStudio({ env: { ZIMU_HOME: home } });
    const entries = await readMenus(double);
    const commands = entries.filter(({ id }) => id !== '');
    expect(commands.map(({ id, menu, label }) => [id, menu, label])).toEqual(
      commandSpecs.map(({ id, menu, label }) => [
        id,
        translate(locale, `command.menu.${menu}`),
        translate(locale, label),
      ]),
    );
    const roles = entries.flatMap(({ role, label }) => (role === undefined ? [] : [[role, label]]));
    expect(roles).toEqual([
      ['quit', translate(locale, 'desktop.menu.quit')],
      ['cut', translate(locale, 'desktop.menu.cut')],
      ['copy', translate(locale, 'desktop.menu.copy')],
      ['paste', translate(locale, 'desktop.menu.paste')],
      ['togglefullscreen', translate(locale, 'desktop.menu.fullScreen')],
      ['about', translate(locale, 'desktop.menu.about')],
    ]);
  });

  it("follow the system's language, and the settings' at once", async () => {
    const { double } = await startStudio({ env: { ELECTRON_DOUBLE_LOCALE: 'zh-TW' } });
    const firstLabel = async (): Promise<string | undefined> => (await readMenus(double))[0]?.label;
    expect(await firstLabel()).toBe('打开…');
    await callStudio(double, 'settings.update', { changes: { locale: 'en' } });
    expect(await firstLabel()).toBe('Open…');
  });

  it('show keys without taking them', async () => {
    const { double } = await startStudio();
    const entries = await readMenus(double);
    const withKeys = entries.filter(({ accelerator }) => accelerator !== undefined);
    expect(withKeys.length).toBeGreaterThan(20);
    expect(withKeys.filter(({ registerAccelerator }) => registerAccelerator)).toEqual([]);
    expect(entries.find(({ id }) => id === 'edit.undo')?.accelerator).toBe('CommandOrControl+Z');
    expect(entries.find(({ id }) => id === 'play.toggle')?.accelerator).toBe('Space');
  });

  it('let be chosen what the page says can run, and what is chosen reaches the page', async () => {
    const { double } = await startStudio();
    const enabled = async (): Promise<string[]> =>
      (await readMenus(double))
        .filter((entry) => entry.enabled && entry.id !== '')
        .map(({ id }) => id);
    expect(await enabled()).toEqual([]);
    await callStudio(double, 'host.showCommands', { enabled: ['edit.undo', 'file.open'] });
    expect(await enabled()).toEqual(['file.open', 'edit.undo']);
    // A change of language keeps what can run.
    await callStudio(double, 'settings.update', { changes: { locale: 'zh-CN' } });
    expect(await enabled()).toEqual(['file.open', 'edit.undo']);
    await double.evaluate(({ Menu }) => {
      for (const id of ['edit.undo', 'edit.redo']) {
        const item: unknown = Menu.getApplicationMenu()!.getMenuItemById(id);
        (item as { click(): void }).click();
      }
    });
    expect(await readRecords(double, 'webContents.send')).toContainEqual({
      channel: 'studio:event',
      input: ['command.run', { commandId: 'edit.undo' }],
    });
    expect(JSON.stringify(await readRecords(double, 'webContents.send'))).not.toContain(
      'edit.redo',
    );
  });
});
