import type { ProjectSummary } from '@contract/api';
import { commandSpecs } from '@core/commands/command-specs';
import { describe, expect, it, vi } from 'vitest';
import { buildMenu, type MenuFacts } from '../../../electron/main/build-menu';

const facts: MenuFacts = {
  locale: 'en',
  platform: 'linux',
  isDevelopment: false,
  enabled: new Set(commandSpecs.map(({ id }) => id)),
  recent: [],
};
const noActions = { runCommand: () => undefined, openProject: () => undefined };

type Items = ReturnType<typeof buildMenu>;

function submenuOf(items: Items, label: string): Items {
  const { submenu } = items.find((item) => item.label === label) ?? {};
  if (!Array.isArray(submenu)) throw new Error(`no menu ${label}`);
  return submenu;
}

const project = (id: string, title: string): ProjectSummary => ({
  ...{ id, title, mediaName: title, mediaPath: `/${title}`, durationMs: 1, hasVideo: false },
  ...{ sentenceCount: 0, language: 'en', touchedAtMs: 0 },
});

describe('the native menus', () => {
  it('of a finished product have no tools for developers', () => {
    const roles = submenuOf(buildMenu(facts, noActions), 'View').map(({ role }) => role);
    expect(roles).not.toContain('toggleDevTools');
    expect(roles).not.toContain('reload');
  });

  it('on a Mac begin with the menu of the application, and show no key that can be typed', () => {
    const menus = buildMenu({ ...facts, platform: 'darwin' }, noActions);
    expect(menus.map(({ label }) => label)).toEqual([
      ...['Zimu Studio', 'File', 'Edit', 'Play', 'View', 'Help'],
    ]);
    expect(submenuOf(menus, 'Zimu Studio').map(({ role }) => role)).toContain('quit');
    expect(submenuOf(menus, 'File').map(({ role }) => role)).not.toContain('quit');
    expect(
      submenuOf(menus, 'Play').every(({ accelerator = 'CommandOr' }) =>
        accelerator.startsWith('CommandOr'),
      ),
    ).toBe(true);
  });

  it('say so where there is no project yet', () => {
    const recent = submenuOf(submenuOf(buildMenu(facts, noActions), 'File'), 'Open recent');
    expect(recent).toEqual([{ label: 'No projects yet', enabled: false }]);
  });

  it('show in a title what would turn the menu around', () => {
    const recentOne = [project('p', 'photo\u202egpj')];
    const menus = buildMenu({ ...facts, recent: recentOne }, noActions);
    const recent = submenuOf(submenuOf(menus, 'File'), 'Open recent');
    expect(recent[0]?.label).toBe('photo<U+202E>gpj');
  });

  it('open a recent project, ten of them, by their whole titles', () => {
    const openProject = vi.fn();
    const projects = Array.from({ length: 12 }, (_, index) => project(`p${index}`, `Q&A ${index}`));
    const menus = buildMenu({ ...facts, recent: projects }, { ...noActions, openProject });
    const recent = submenuOf(submenuOf(menus, 'File'), 'Open recent');
    expect(recent.map(({ label }) => label)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Q&&A ${index}`),
    );
    (recent[3] as { click: () => void }).click();
    expect(openProject).toHaveBeenCalledExactlyOnceWith('p3');
  });
});
