// Sets the project up and then runs one of its commands, on a machine that has nothing but Node,
// git and curl. Node built-ins only: it runs before any package is there. Every step is quick when
// there is nothing to do, says one line, and writes to standard error: standard output belongs to
// the command.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuildCurrent } from './lib-build-stamp.mjs';
import { canBeHad, download, findElectron, forgetFailure, isWorthTrying } from './lib-electron.mjs';
import { withoutAccount } from './lib-environment.mjs';
import { arePackagesCurrent, writePackagesStamp } from './lib-packages-stamp.mjs';
import { followParent } from './lib-follow-parent.mjs';
import { runElectron } from './lib-run-electron.mjs';

const root = resolve(import.meta.dirname, '..');
const [task = 'setup', ...taskArguments] = process.argv.slice(2);
const isChinese = /^zh/i.test(
  process.env.ZIMU_LOCALE ||
    process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    '',
);

/** The few texts of set-up; the product's catalogue is not built yet when they are needed. */
const texts = isChinese
  ? {
      error: '错误',
      next: '怎么办：',
      done: (seconds) => `完成（${seconds} 秒）`,
      failed: '失败',
      ready: '准备就绪',
      systemPackages: (names) => `系统软件包：${names}`,
      npmPackages: 'npm 软件包',
      build: '构建',
      electron: '下载 Electron',
      inBrowser: '这台电脑上没有 Electron，也无法获取；工作室改在浏览器中运行。',
      electronEnded: (reason) =>
        `Electron 在这台电脑上没能显示窗口（${reason}）；工作室改在浏览器中运行。`,
      missing: (names) => `系统缺少：${names}（Debian 软件包名）`,
      runByHand: (command) => `系统缺少软件包，请运行：${command}`,
      notInstalled: (names) => `系统软件包 ${names} 上次未能安装；要重试，请运行：npm run setup`,
      keytar: (reason) => `无法使用密钥链程序库 keytar：${reason}`,
      oldNode: (version) => `Node.js ${version} 太旧，需要 20.19 或更新的版本。`,
      newerNode: '请安装较新的 Node.js',
      models: '无法准备语音模型（原因见上）。',
      checkNetwork: '请检查网络以及 npm 软件源能否访问，然后运行 npm run setup',
      stepFailed: (title) => `步骤“${title}”失败。`,
      seeOutput: '请看上面的输出',
      noTask: (name) => `没有任务“${name}”。`,
      seeScripts: '请看 package.json 中的 scripts',
    }
  : {
      error: 'error',
      next: 'What to do:',
      done: (seconds) => `done (${seconds} s)`,
      failed: 'failed',
      ready: 'ready',
      systemPackages: (names) => `system packages: ${names}`,
      npmPackages: 'npm packages',
      build: 'build',
      electron: 'download of Electron',
      inBrowser:
        'Electron is not on this computer and cannot be had; the studio runs in a browser.',
      electronEnded: (reason) =>
        `Electron could not show a window on this computer (${reason}); the studio runs in a browser.`,
      missing: (names) => `missing on this system: ${names} (names of Debian packages)`,
      runByHand: (command) => `packages are missing on this system; run: ${command}`,
      notInstalled: (names) =>
        `system packages ${names} could not be installed before; to try again: npm run setup`,
      keytar: (reason) => `keytar (the keychain) is not usable: ${reason}`,
      oldNode: (version) => `Node.js ${version} is too old; 20.19 or newer is needed.`,
      newerNode: 'install a newer Node.js',
      models: 'the speech models could not be prepared, for the reason above.',
      checkNetwork: 'check the network and access to the npm registry, then: npm run setup',
      stepFailed: (title) => `the step "${title}" failed.`,
      seeOutput: 'see its output above',
      noTask: (name) => `there is no task "${name}".`,
      seeScripts: 'see "scripts" in package.json',
    };

/** What each command needs of the system, as Debian packages and how to see that they are there. */
const systemPackages = [
  { name: 'ffmpeg', isThere: () => isOnPath('ffmpeg') && isOnPath('ffprobe') },
  // The keychain: keytar speaks by this library with what has taken the service's name on the bus.
  { name: 'libsecret-1-0', isThere: () => hasLibrary('libsecret-1.so.0') },
  { name: 'dbus', isThere: () => isOnPath('dbus-run-session') },
  { name: 'gnome-keyring', isThere: () => isOnPath('gnome-keyring-daemon') },
  {
    name: 'chromium',
    isThere: () => ['chromium', 'google-chrome', 'chromium-browser'].some(isOnPath),
    tasks: ['start', 'test', 'setup'],
  },
  // The window's tests take a quarter less of the processor in it; without it they run in the other.
  {
    name: 'chromium-headless-shell',
    isThere: () => isOnPath('chromium-headless-shell'),
    tasks: ['test', 'setup'],
  },
];

await main();

async function main() {
  followParent();
  checkNode();
  await installSystemPackages();
  await installNpmPackages();
  await build();
  await runTask();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(texts.oldNode(process.versions.node), texts.newerNode);
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
    say(texts.missing(missing.join(', ')));
    return;
  }
  if (process.getuid?.() !== 0) {
    say(texts.runByHand(`sudo ${command}`));
    return;
  }
  // An offline machine is not asked again with every command.
  const failedFile = join(root, 'out', '.zimu-system');
  const failed = (readIfThere(failedFile) ?? '').split(' ');
  if (task !== 'setup' && missing.every((name) => failed.includes(name))) {
    say(texts.notInstalled(missing.join(' ')));
    return;
  }
  const title = texts.systemPackages(missing.join(' '));
  let unknown = [];
  const install = async () => {
    const env = { ...withoutAccount(), DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    // One name that this system's release does not have must not keep the others away.
    unknown = missing.filter((name) => !isKnownToApt(name));
    const known = missing.filter((name) => !unknown.includes(name));
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...known], { env });
  };
  // The main job can go on without: ffmpeg has a fallback from npm, the rest is for comfort.
  const isDone = await step(title, install, { isNeeded: false });
  const left = isDone ? unknown : missing;
  if (left.length === 0) return;
  mkdirSync(dirname(failedFile), { recursive: true });
  writeFileSync(failedFile, left.join(' '));
}

async function installNpmPackages() {
  if (arePackagesCurrent()) return;
  await step(texts.npmPackages, () =>
    // The build is made of development packages, whatever NODE_ENV or npm's settings leave out.
    runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']),
  );
  writePackagesStamp();
  checkKeytar();
}

/** npm leaves out an optional package without a word, and its library may be missing: it is tried. */
function checkKeytar() {
  try {
    createRequire(join(root, 'package.json'))('keytar');
  } catch (error) {
    say(texts.keytar(String(error.message).split('\n')[0]));
  }
}

async function build() {
  if (!isBuildCurrent()) {
    await step(texts.build, () =>
      runNode(['scripts/build.mjs', '--code-only'], { env: withoutAccount() }),
    );
  }
  // The program itself knows which models it needs. Set-up reads every byte, so that it repairs a
  // damaged model, as the error says it does; the other tasks look only at the sizes.
  const modelArguments = task === 'setup' ? [] : ['--if-needed'];
  await runNode(['out/main/prepare-models.js', ...modelArguments], { showProgress: true }).catch(
    () => fail(texts.models, texts.checkNetwork),
  );
}

async function runTask() {
  switch (task) {
    case 'setup':
      forgetFailure();
      say(texts.ready);
      return;
    case 'transcribe':
      await runCommandLine(['transcribe', ...taskArguments]);
      return;
    case 'start':
      await startStudio();
      return;
    case 'dev':
      await runScript('dev');
      return;
    case 'accuracy':
      await runScript(taskArguments[0] === 'levels' ? 'run-accuracy-levels' : 'run-accuracy');
      return;
    case 'test':
    case 'bench':
    case 'conformance':
    case 'fuzz':
      await runScript(`run-${task}`);
      return;
    default:
      fail(texts.noTask(task), texts.seeScripts);
  }
}

/** The desktop product where Electron is there or can be had, the same studio in a browser if not. */
async function startStudio() {
  if (findElectron() === undefined && isWorthTrying() && (await canBeHad())) {
    await step(texts.electron, download, { isNeeded: false });
  }
  const electron = findElectron();
  if (electron === undefined) say(texts.inBrowser);
  else {
    const { code, reason } = await runElectron(electron, [root, ...taskArguments]);
    if (reason === undefined) process.exit(code);
    say(texts.electronEnded(reason));
  }
  await runCommandLine(['serve', '--window', ...taskArguments]);
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

/** Runs a step behind one line of text; what it prints is shown only when it fails. Gives success. */
async function step(title, work, { isNeeded = true } = {}) {
  const beganMs = performance.now();
  process.stderr.write(`zimu: ${title} … `);
  try {
    await work();
    process.stderr.write(`${texts.done(((performance.now() - beganMs) / 1000).toFixed(0))}\n`);
    return true;
  } catch (error) {
    process.stderr.write(`${texts.failed}\n${error.output ?? error.stack}\n`);
    if (isNeeded) fail(texts.stepFailed(title), texts.seeOutput);
    return false;
  }
}

function runNpm(npmArguments) {
  const env = {
    ...withoutAccount(),
    ONNXRUNTIME_NODE_INSTALL: 'skip',
    npm_config_update_notifier: 'false',
    // Of `npm -s` the inner npm would be as silent, and a failed step would give no reason.
    npm_config_loglevel: 'notice',
  };
  // This very process was started by npm, whose variables would steer the inner npm.
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle|command|node_execpath)/.test(name)) delete env[name];
  }
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith('.js'))
    return run(process.execPath, [npmScript, ...npmArguments], { env });
  // Node starts a .cmd file only through a shell. All arguments are constants of this file.
  const isWindows = process.platform === 'win32';
  return run(isWindows ? 'npm.cmd' : 'npm', npmArguments, { env, shell: isWindows });
}

function runNode(nodeArguments, options) {
  return run(process.execPath, nodeArguments, options);
}

function run(
  command,
  commandArguments,
  { env = process.env, shell = false, showProgress = false } = {},
) {
  return new Promise((fulfil, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: root,
      env,
      shell,
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

function isKnownToApt(name) {
  try {
    execFileSync('apt-cache', ['show', name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function hasLibrary(name) {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return true;
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function say(text) {
  process.stderr.write(`zimu: ${text}\n`);
}

function fail(happened, next) {
  say(`${texts.error} [setup] ${happened}`);
  process.stderr.write(`  ${texts.next} ${next}\n`);
  process.exit(4);
}
