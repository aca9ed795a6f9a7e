import { describe, expect, it } from 'vitest';
import type { DoubleProcess } from '../electron-double/launch-double';
import { startStudio } from './use-double';

const server = 'http://localhost:5173/';
const development = { ZIMU_DEVELOPMENT: '1' };
const ownPage = 'app://studio/index.html';

/** What a run lets in and lets be seen. */
async function look(double: DoubleProcess) {
  return double.evaluate(
    ({ testDouble, Menu, BrowserWindow }, [own, other]) => {
      const roles = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) =>
        submenu!.items.map(({ role }) => role as string | undefined),
      );
      return {
        hasDevTools: testDouble.listWindowOptions()[0]?.webPreferences?.devTools,
        roles: ['reload', 'toggleDevTools'].filter((role) => roles.includes(role)),
        shown: BrowserWindow.getAllWindows()[0]!.webContents.getURL(),
        maySeeOwn: testDouble.mayNavigate(own!, true),
        maySeeOther: testDouble.mayNavigate(other!, true),
      };
    },
    [ownPage, server],
  );
}

const closed = {
  hasDevTools: false,
  roles: [],
  shown: ownPage,
  maySeeOwn: true,
  maySeeOther: false,
};

describe('a run that is no development', () => {
  it.each([
    ['as it is started', {}],
    ['with the address of a server', { ELECTRON_RENDERER_URL: server }],
    ['with another word for it', { ELECTRON_RENDERER_URL: server, ZIMU_DEVELOPMENT: 'yes' }],
  ])('shows its own page, and nobody looks into it: %s', async (_name, env) => {
    const { double } = await startStudio({ env });
    expect(await look(double)).toEqual(closed);
  });
});

describe('a development run', () => {
  it('shows the page of its server, which can be looked into', async () => {
    const { double } = await startStudio({
      env: { ...development, ELECTRON_RENDERER_URL: server },
    });
    expect(await look(double)).toEqual({
      hasDevTools: true,
      roles: ['reload', 'toggleDevTools'],
      shown: server,
      maySeeOwn: false,
      maySeeOther: true,
    });
  });

  it.each([
    'http://attacker.example/',
    'https://localhost:5173/',
    'http://localhost.attacker.example/',
    'http://localhost@attacker.example/',
    'http://192.168.1.5:5173/',
    'file:///etc/passwd',
    'not an address',
  ])('takes no page from elsewhere: %s', async (url) => {
    const { double } = await startStudio({ env: { ...development, ELECTRON_RENDERER_URL: url } });
    const { shown, maySeeOther, hasDevTools } = await look(double);
    expect([shown, maySeeOther, hasDevTools]).toEqual([ownPage, false, true]);
  });
});
