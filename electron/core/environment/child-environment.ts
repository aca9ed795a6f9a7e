/** What a child process of ours is for; it is given what that takes and nothing else. */
export type ChildKind =
  /** ffmpeg, ffprobe: they read files and write pipes. */
  | 'tool'
  /** Our own script beside a native library, which computes. */
  | 'engine'
  /** Speaks with the keychain of this computer over the session's bus. */
  | 'keychain'
  /** A browser, or what opens the person's own. */
  | 'browser'
  /** npm, which downloads a package by the person's own settings. */
  | 'npm';

/** Under Electron the program that runs us is no Node unless it is told so; Node does not care. */
export const asNode = { ELECTRON_RUN_AS_NODE: '1' };

type Variables = Readonly<Record<string, string | undefined>>;

/** What every program may need to find its files, its folders and its language. */
const everyChild = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'PWD', 'TZ', 'TMPDIR', 'TEMP', 'TMP'],
  ...['LANG', 'LANGUAGE', /^LC_[A-Z]+$/],
  // Where a library lies that the program was linked with.
  ...['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'DYLD_FALLBACK_LIBRARY_PATH'],
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'OS', 'PUBLIC'],
  ...['USERPROFILE', 'USERNAME', 'USERDOMAIN', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA'],
  ...['LOCALAPPDATA', 'PROGRAMDATA', 'ALLUSERSPROFILE', /^(?:COMMON)?PROGRAM(?:FILES|W6432)/],
  ...['NUMBER_OF_PROCESSORS', /^PROCESSOR_[A-Z]+$/],
];

/** The person's session and its bus, on which the keychain and a running browser are found. */
const session = [
  ...['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY'],
  ...[/^XDG_(?:DATA|CONFIG|CACHE|STATE)_HOME$/, /^XDG_(?:DATA|CONFIG)_DIRS$/],
];

/** What a window needs to look, sound and be written in (input methods) as every other one. */
const desktop = [
  ...[/^XDG_(?:CURRENT_DESKTOP|SESSION_[A-Z]+|SEAT|VTNR|MENU_PREFIX|ACTIVATION_TOKEN)$/],
  ...['DESKTOP_SESSION', 'DESKTOP_STARTUP_ID', 'GNOME_DESKTOP_SESSION_ID', /^KDE_[A-Z_]+$/],
  ...[
    'GTK_IM_MODULE',
    'QT_IM_MODULE',
    'QT_IM_MODULES',
    'XMODIFIERS',
    'INPUT_METHOD',
    'CLUTTER_IM_MODULE',
  ],
  ...['GTK_THEME', 'GTK_MODULES', /^(?:GDK|QT|XCURSOR|FONTCONFIG)_[A-Z_]+$/],
  ...[/^(?:PULSE|PIPEWIRE|ALSA|LIBGL|MESA|LIBVA|VDPAU|DRI)_[A-Z_]+$/, '__GLX_VENDOR_LIBRARY_NAME'],
  ...['BROWSER', 'SESSION_MANAGER', 'WSL_DISTRO_NAME', 'WSL_INTEROP', 'WSLENV'],
];

/** The person's npm: its registry with the key to it, its proxy and its certificates. */
const packages = [
  ...[/^npm_config_/i, 'NPM_TOKEN', /^NVM_[A-Z_]+$/, 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'],
  ...['SSL_CERT_DIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PREFIX'],
];

const proxies = /^(?:(?:HTTPS?|ALL|FTP)_PROXY)$/i;

const allowedOf: Readonly<Record<ChildKind, readonly (string | RegExp)[]>> = {
  tool: everyChild,
  engine: everyChild,
  keychain: [...everyChild, ...session],
  browser: [...everyChild, ...session, ...desktop, 'NO_PROXY'],
  npm: [...everyChild, ...packages, proxies, 'NO_PROXY'],
};

/**
 * The environment of a child process: of ours what is named for its kind, so that no secret that
 * stands in ours (an AccessKey, a token, whatever else a person exports) is handed on to a program
 * that has no use for it and may show it, in a report of a crash for one [KC5]. A browser learns of
 * a proxy only where its address holds no password.
 *
 * @param additions set whatever ours holds; undefined leaves a variable out
 */
export function createChildEnvironment(
  kind: ChildKind,
  ours: Variables,
  additions: Variables = {},
): Record<string, string> {
  const handedOn = Object.entries(ours).filter(
    ([name, value]) =>
      allowedOf[kind].some((allowed) => isNamed(name, allowed)) ||
      (kind === 'browser' && proxies.test(name) && !(value ?? '').includes('@')),
  );
  const all = { ...Object.fromEntries(handedOn), ...additions };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Windows has its variables in any case. */
function isNamed(name: string, allowed: string | RegExp): boolean {
  return typeof allowed === 'string' ? name.toUpperCase() === allowed : matches(name, allowed);
}

function matches(name: string, allowed: RegExp): boolean {
  return allowed.test(name.toUpperCase()) || allowed.test(name);
}
