import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChildKind, createChildEnvironment } from '@core/environment/child-environment';

const kinds: readonly ChildKind[] = ['tool', 'engine', 'keychain', 'browser', 'npm'];

describe('the environment of a child process', () => {
  it.each(kinds)('has for %s what every program needs', (kind) => {
    const ours = { PATH: '/bin', HOME: '/home/a', LANG: 'zh_CN.UTF-8', LC_ALL: 'C', TMPDIR: '/t' };
    expect(createChildEnvironment(kind, ours)).toEqual(ours);
  });

  it.each(kinds)('has for %s what every program needs on Windows, in any case', (kind) => {
    const ours = {
      Path: 'C:\\Windows',
      SystemRoot: 'C:\\Windows',
      windir: 'C:\\Windows',
      ComSpec: 'cmd.exe',
      TEMP: 'C:\\t',
      USERPROFILE: 'C:\\Users\\a',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      CommonProgramFiles: 'C:\\Program Files\\Common Files',
    };
    expect(createChildEnvironment(kind, ours)).toEqual(ours);
  });

  it.each(kinds)(
    '[KC5] has for %s no variable of the product, the account or another program',
    (kind) => {
      const prefixes = [
        'ALIYUN_',
        'ALIBABA_CLOUD_',
        'ZIMU_',
        'AWS_',
        'GITHUB_',
        'OPENAI_',
        'NODE_',
        'LD_P',
      ];
      fc.assert(
        fc.property(fc.constantFrom(...prefixes), fc.string({ minLength: 1 }), (prefix, rest) => {
          fc.pre(`${prefix}${rest}` !== 'NODE_EXTRA_CA_CERTS');
          expect(createChildEnvironment(kind, { [`${prefix}${rest}`]: 'x' })).toEqual({});
        }),
      );
    },
  );

  it('has the bus of the session for the keychain and the browser only', () => {
    const ours = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus' };
    const given = kinds.filter(
      (kind) => Object.keys(createChildEnvironment(kind, ours)).length > 0,
    );
    expect(given).toEqual(['keychain', 'browser']);
  });

  it('names a proxy to a browser only where its address holds no password', () => {
    const plain = { https_proxy: 'http://proxy.example:3128', NO_PROXY: 'localhost' };
    expect(createChildEnvironment('browser', plain)).toEqual(plain);
    const secret = { HTTPS_PROXY: 'http://a:b@proxy.example', all_proxy: 'a:b@proxy.example' };
    expect(createChildEnvironment('browser', secret)).toEqual({});
    expect(createChildEnvironment('tool', plain)).toEqual({});
    expect(createChildEnvironment('npm', secret)).toEqual(secret);
  });

  it('takes additions, and leaves out what is undefined', () => {
    const ours = { PATH: '/bin', HOME: undefined };
    expect(createChildEnvironment('tool', ours, { A: '1', PATH: undefined })).toEqual({ A: '1' });
  });
});
