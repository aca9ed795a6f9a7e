import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MethodInput, MethodName, MethodOutput, Reply } from '@contract/api';
import { errorFromJson } from '@core/errors/studio-error';
import { afterAll, beforeAll } from 'vitest';
import {
  type DoubleOptions,
  type DoubleProcess,
  type DoubleWithBrowser,
  launchDouble,
  launchDoubleIn,
  type RunningDouble,
  startDouble,
} from '../electron-double/launch-double';
import { shareChromium, type SharedChromium } from '../electron-double/share-chromium';

export interface DoubleStudio<Double extends DoubleProcess> {
  readonly double: Double;
  /** Its data folder. */
  readonly home: string;
}

const folders: string[] = [];
const running: DoubleProcess[] = [];

/** Ends what the tests of this file started; a set-up file has it called after each test. */
export async function endStudios(): Promise<void> {
  for (const double of running.splice(0)) await double.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder that goes away with the test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zimu-electron-'));
  folders.push(folder);
  return folder;
}

/** The built main process with no browser and a data folder of its own, which end with the test. */
export async function startStudio(
  options: DoubleOptions = {},
): Promise<DoubleStudio<DoubleProcess>> {
  const { home, ...moved } = moveHome(options);
  return { home, double: keep(await startDouble(moved)) };
}

/** As {@link startStudio}, with the page in Chromium. */
export async function launchStudio(
  options: DoubleOptions = {},
): Promise<DoubleStudio<DoubleWithBrowser>> {
  const { home, ...moved } = moveHome(options);
  return { home, double: keep(await launchDouble(moved)) };
}

/**
 * One Chromium for all studios of a file that need none of their own.
 * @returns as {@link launchStudio}, once the tests run
 */
export function useSharedChromium(): (
  options?: DoubleOptions,
) => Promise<DoubleStudio<RunningDouble>> {
  let chromium: SharedChromium;
  beforeAll(async () => {
    chromium = await shareChromium();
  });
  afterAll(() => chromium.close());
  return async (options) => {
    const { home, ...moved } = moveHome(options ?? {});
    return { home, double: keep(await launchDoubleIn(chromium, moved)) };
  };
}

/**
 * One studio for all tests of a file or group that change nothing in it.
 * @returns gives it, once the tests run
 */
export function shareStudio<Double extends DoubleProcess>(
  start: (options: DoubleOptions) => Promise<Double>,
): () => Double {
  let home: string;
  let double: Double | undefined;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'zimu-electron-'));
    double = await start({ env: { ZIMU_HOME: home } });
  });
  afterAll(async () => {
    await double?.kill();
    rmSync(home, { recursive: true, force: true });
  });
  return () => double!;
}

/** A call of the contract as the window's page makes it. @throws StudioError the coded error */
export async function callStudio<Name extends MethodName>(
  double: DoubleProcess,
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  const reply = await sendFromPage(double, 'studio:invoke', name, input);
  if (!reply.ok) throw errorFromJson(reply.error);
  return reply.value as MethodOutput<Name>;
}

/** A message as the window's page sends it; gives the reply of the main process. */
export async function sendFromPage(
  double: DoubleProcess,
  channel: string,
  ...input: readonly unknown[]
): Promise<Reply> {
  const outcome = await double.evaluate(
    ({ testDouble }, [sent, ...rest]) =>
      testDouble.invoke(
        { url: 'app://studio/index.html', isMainFrame: true, isOurs: true },
        sent as string,
        ...rest,
      ),
    [channel, ...input],
  );
  if ('error' in outcome) throw new Error(outcome.error);
  return outcome.value as Reply;
}

/** What the program did to the outside under a name, in order. */
export async function readRecords(double: DoubleProcess, name: string): Promise<unknown[]> {
  const records = await double.evaluate(({ testDouble }) => testDouble.records);
  return records.filter((record) => record.name === name).map(({ details }) => details);
}

function moveHome(options: DoubleOptions): DoubleOptions & { readonly home: string } {
  const home = options.env?.['ZIMU_HOME'] ?? createFolder();
  return { ...options, home, env: { ZIMU_HOME: home, ...options.env } };
}

function keep<Double extends DoubleProcess>(double: Double): Double {
  running.push(double);
  return double;
}
