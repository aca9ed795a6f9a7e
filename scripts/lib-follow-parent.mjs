// Ends this process with the one that started it for npm. Node built-ins only.
//
// npm gives a script to a shell, and a signal for npm to that shell. Some shells become the program
// (bash, zsh); the dash of Debian waits for it beside, dies of the signal itself, and the program
// would go on without anybody knowing of it.

/** The scripts of package.json that run for a person until they are ended. */
const followed = new Set(['start', 'dev', 'transcribe', 'zimu']);
const lookEveryMs = 250;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Sends this process SIGTERM when its parent is gone; does nothing where npm did not start it. */
export function followParent() {
  if (process.platform === 'win32' || !followed.has(process.env.npm_lifecycle_event)) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, lookEveryMs);
  timer.unref();
  // Who was told already is not told again: a second signal ends the work at once.
  const stop = (signal) => {
    clearInterval(timer);
    for (const name of signals) process.off(name, stop);
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const name of signals) process.on(name, stop);
}
