// Sets the project up and then runs one of its commands, on a machine that has nothing but Node,
// git and curl. Node built-ins only: it runs before any package is there. Every step is quick when
// there is nothing to do, says one line, and writes to standard error: standard output belongs to
// the command.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const [task = 'setup', ...taskArguments] = process.argv.slice(2);
const isChinese = /^zh/i.test(
  process.env.ZIMU_LOCALE ||
    process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    '',
);

const secretHeader = '/usr/include/libsecret-1/libsecret/secret.h';

/** What each command needs of the system, as Debian packages and how to see that they are there. */
const systemPackages = [
  { name: 'ffmpeg', isThere: () => isOnPath('ffmpeg') && isOnPath('ffprobe') },
  { name: 'g++', isThere: () => isOnPath('g++') },
  { name: 'make', isThere: () => isOnPath('make') },
  { name: 'python3', isThere: () => isOnPath('python3') },
  { name: 'pkg-config', isThere: () => isOnPath('pkg-config') },
  {
    name: 'libsecret-1-dev',
    isThere: () => existsSync(secretHeader) && hasLibrary('libsecret-1.so.0'),
  },
  { name: 'dbus', isThere: () => isOnPath('dbus-run-session') },
  { name: 'gnome-keyring', isThere: () => isOnPath('gnome-keyring-daemon') },
  {
    name: 'chromium',
    isThere: () => ['chromium', 'google-chrome', 'chromium-browser'].some(isOnPath),
    tasks: ['start', 'test', 'setup'],
  },
];

await main();

async function main() {
  checkNode();
  await installSystemPackages();
  await installNpmPackages();
  await build();
  await runTask();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Node.js ${process.versions.node} is too old; 20.19 or newer is needed.`,
    'install a newer Node.js',
  );
}

async function installSystemPackages() {
  if (process.platform !== 'linux') return;
  const missing = systemPackages
    .filter(({ tasks }) => tasks === undefined || tasks.includes(task))
    .filter(({ isThere }) => !isThere())
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/etc/debian_version') || !isOnPath('apt-get')) {
    say(`missing on this system: ${missing.join(', ')} (names of Debian packages)`);
    return;
  }
  if (process.getuid?.() !== 0) {
    say(`missing on this system; to install it, run: sudo ${command}`);
    return;
  }
  await step(`system packages: ${missing.join(' ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env });
  }).catch(() => {
    // The main job can go on without: ffmpeg has a fallback from npm, the rest is for comfort.
    say(`not installed; try by hand: ${command}`);
  });
}

async function installNpmPackages() {
  const stampFile = join(root, 'node_modules', '.zimu-packages');
  const stamp = digest([
    readFileSync(join(root, 'package-lock.json')),
    `${process.platform} ${process.arch}`,
    // keytar is built only where its headers are, so it is tried again once they are there.
    String(existsSync(secretHeader)),
  ]);
  if (readIfThere(stampFile) === stamp) return;
  await step('npm packages', () => runNpm(['ci', '--no-audit', '--no-fund']));
  writeFileSync(stampFile, stamp);
  checkKeytar();
}

/** npm leaves out an optional package that did not build without a word, so it is looked for. */
function checkKeytar() {
  try {
    createRequire(join(root, 'package.json'))('keytar');
  } catch (error) {
    say(`keytar (the keychain) is not usable: ${String(error.message).split('\n')[0]}`);
  }
}

async function build() {
  const stampFile = join(root, 'out', '.zimu-build');
  const stamp = digest(listSources().map((path) => `${path} ${digest([readFileSync(path)])}`));
  if (readIfThere(stampFile) !== stamp) {
    await step('build', () => runNode(['scripts/build.mjs', '--code-only']));
    writeFileSync(stampFile, stamp);
  }
  // The program itself knows which models it needs and whether they are whole.
  await runNode(['out/main/prepare-models.js', '--if-needed'], { showProgress: true }).catch(
    (error) => fail('the speech models could not be prepared.', error.message),
  );
}

function listSources() {
  const files = ['package-lock.json', 'electron.vite.config.ts', 'scripts/build.mjs'].map((name) =>
    join(root, name),
  );
  for (const folder of ['electron', 'renderer']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  return files.sort();
}

async function runTask() {
  switch (task) {
    case 'setup':
      say('ready');
      return;
    case 'transcribe':
      await runCommandLine(['transcribe', ...taskArguments]);
      return;
    case 'start':
      await runCommandLine(['help']);
      return;
    case 'test':
    case 'bench':
    case 'accuracy':
    case 'conformance':
      await runScript(`run-${task}`);
      return;
    default:
      fail(`there is no task "${task}".`, 'see "scripts" in package.json');
  }
}

/** In this process, so that signals and the exit code need no passing on. */
async function runCommandLine(commandLine) {
  const { main: runMain } = await import(pathToFileURL(join(root, 'out/main/cli.js')).href);
  process.exit(await runMain(commandLine));
}

async function runScript(name) {
  process.argv.splice(2, Infinity, ...taskArguments);
  await import(pathToFileURL(join(root, 'scripts', `${name}.mjs`)).href);
}

/** Runs a step behind one line of text; what it prints is shown only when it fails. */
async function step(title, work) {
  const beganMs = performance.now();
  process.stderr.write(`zimu: ${title} … `);
  try {
    await work();
    process.stderr.write(`done (${((performance.now() - beganMs) / 1000).toFixed(0)} s)\n`);
  } catch (error) {
    process.stderr.write('failed\n');
    process.stderr.write(`${error.output ?? error.stack}\n`);
    if (title.startsWith('system')) throw error;
    fail(`the step "${title}" failed.`, 'see its output above');
  }
}

function runNpm(npmArguments) {
  const env = {
    ...process.env,
    ONNXRUNTIME_NODE_INSTALL: 'skip',
    npm_config_update_notifier: 'false',
  };
  // node-gyp would download headers; those beside Node are the right ones and need no network.
  const prefix = resolve(dirname(process.execPath), '..');
  if (existsSync(join(prefix, 'include', 'node', 'node.h'))) env.npm_config_nodedir = prefix;
  // This very process was started by npm, whose variables would steer the inner npm.
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle|command|node_execpath)/.test(name)) delete env[name];
  }
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith('.js'))
    return run(process.execPath, [npmScript, ...npmArguments], { env });
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', npmArguments, { env });
}

function runNode(nodeArguments, options) {
  return run(process.execPath, nodeArguments, options);
}

function run(command, commandArguments, { env = process.env, showProgress = false } = {}) {
  return new Promise((fulfil, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (showProgress) process.stderr.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) fulfil(output);
      else reject(Object.assign(new Error(`${command} ended with ${code ?? signal}`), { output }));
    });
  });
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      return folder !== '' && statSync(join(folder, name)).isFile();
    } catch {
      return false;
    }
  });
}

function hasLibrary(name) {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return true;
  }
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function say(text) {
  process.stderr.write(`zimu: ${text}\n`);
}

function fail(happened, next) {
  say(`${isChinese ? '错误' : 'error'} [setup] ${happened}`);
  process.stderr.write(`  ${isChinese ? '怎么办：' : 'What to do:'} ${next}\n`);
  process.exit(4);
}
