import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { DiagnosisFinding } from '@contract/api';
import { findFileKind } from '@contract/file-kinds';
import { openInTurn } from '@contract/open-in-turn';
import { type FilePair, pairFiles } from '@contract/pair-files';
import type { StudioError } from '@core/errors/studio-error';
import { asMessageParameters } from '@core/messages/catalogue';
import { showValueHarmless } from '@core/messages/show-harmless';
import { findUploadsFolder } from './files/uploads-folder';
import { createCredentialStore } from './credentials/create-credential-store';
import { createKeychain } from './credentials/keychain';
import { redact } from './credentials/redact';
import { createFileGrants } from './files/file-grants';
import { mendFoldersAtStart } from './files/mend-folders';
import { clearIncoming } from './files/take-in';
import { writeText } from './files/write-text';
import { createJobQueue } from './jobs/job-queue';
import { probeMediaTool } from './media/find-media-tools';
import { followTracks } from './media/follow-tracks';
import { createMediaLibrary } from './media/media-library';
import { createLastProject } from './projects/last-project';
import { createProjects } from './projects/project-store';
import { requireRecording } from './projects/require-recording';
import { createSettingsStore } from './settings/settings-store';
import { createStudio } from './create-studio';
import { createFetches } from './web/fetches';
import type { Workspace, WorkspaceSurroundings } from './workspace';

/** What an account of the vendor's bears without being throttled. */
const usualCloudJobs = 2;

/** Puts the services behind a window together; the same for Electron and the browser host. */
export async function createWorkspace(surroundings: WorkspaceSurroundings): Promise<Workspace> {
  const { folders, env, resourcesDirectory, engineChildScript, byteUrl, publish } = surroundings;
  const credentials = createCredentialStore({
    secrets: surroundings.secrets ?? createKeychain(),
    env,
    first: 'kept',
    publish,
    log: (line) => log(line),
  });
  /** No line gets past here with a secret in it, or what a terminal obeys, whoever wrote it. */
  const log = (line: string): void =>
    surroundings.log(showValueHarmless(redact(line, credentials.knownSecrets())));
  await mendFoldersAtStart(folders, log);
  // What a download left that was under way when the studio was killed.
  await clearIncoming(findUploadsFolder(folders.home));
  const settings = await createSettingsStore({ path: folders.settingsFile, publish, log });
  const studio = createStudio({
    folders,
    readSettings: () => settings.read(),
    env,
    resourcesDirectory,
    engineChildScript,
    credentials,
    readSystemProxy: surroundings.readSystemProxy,
    readOwnPorts: surroundings.readOwnPorts,
    log,
  });
  const projects = createProjects({
    folder: folders.projects,
    recordingsPath: join(folders.home, 'opened-recordings.json'),
    publish: followTracks(publish, (projectId) => {
      // What is wrong is said to whoever opens it.
      media.follow(projectId).catch(() => undefined);
    }),
    probe: (path, signal) => studio.probe(path, signal),
    now: Date.now,
    newId: randomUUID,
    log,
  });
  const jobs = await createJobQueue({
    path: join(folders.home, 'jobs.json'),
    studio,
    projects,
    publish,
    readCloudJobLimit: () => settings.read().cloud?.jobsAtOnce ?? usualCloudJobs,
    now: Date.now,
    newId: randomUUID,
    log,
  });
  const media = createMediaLibrary({
    projects,
    cacheFolder: folders.cache,
    byteUrl,
    publish,
    probe: (path, signal) => studio.probe(path, signal),
    findTools: (signal) => studio.findTools(signal),
  });
  const fetches = createFetches({ fetch: (...given) => studio.fetchRecording(...given), publish });
  const lastProject = createLastProject(join(folders.home, 'session.json'), log);
  const ending = new AbortController();
  const cloudChecks = new Set<AbortController>();
  const listening = new Set<AbortController>();
  /** From outside and not shown yet; pending while its file is looked at. */
  let requested: Promise<string | undefined> | undefined;

  // Looking at a recording takes longer than loading a window, so it begins before it is asked for.
  const lookAhead = (projectId: string | undefined): void => {
    if (projectId === undefined || ending.signal.aborted) return;
    // What is wrong is said to whoever asks for it.
    media.open(projectId).catch(() => undefined);
  };
  void lastProject.read().then(lookAhead);

  return {
    ending: ending.signal,
    projects,
    jobs,
    media,
    settings,
    credentials,
    grants: createFileGrants(),
    folders: { home: folders.home, projects: folders.projects, cache: folders.cache },
    async openProject(projectId) {
      const opened = await projects.open(projectId);
      // Whatever came from outside was shown before, or is left for this one.
      requested = undefined;
      await lastProject.remember(projectId);
      return opened;
    },
    describeEngines: () => studio.describeEngines(),
    listRuleProfiles: () => studio.ruleProfiles.list(),
    listEngines: async (projectIds = []) => {
      const found = await Promise.all(projectIds.map((id) => projects.findRecording(id)));
      const isWeb =
        found.length > 0 &&
        found.every((each) => each !== undefined && studio.findPlace(each.path) === 'address');
      return studio.listEngines(isWeb ? 'address' : 'file');
    },
    async planEngine({ projectId, ...asked }) {
      const plan = new AbortController();
      if (asked.listens === true) listening.add(plan);
      try {
        const { path } = await requireRecording(projects, projectId);
        const { audioTrack } = await projects.read(projectId);
        const found = await studio.plan(
          path,
          { ...asked, audioTrack },
          {
            signal: AbortSignal.any([ending.signal, plan.signal]),
            onListened: (fraction) => publish('engines.listened', { projectId, fraction }),
          },
        );
        const isAsked =
          found.upload !== undefined &&
          !(await projects.maySend({ projectId, path }, asked.engine));
        return isAsked ? { ...found, question: { path } } : found;
      } finally {
        listening.delete(plan);
      }
    },
    cancelPlans() {
      for (const plan of listening) plan.abort();
    },
    async checkCloud(appkeyId) {
      const check = new AbortController();
      cloudChecks.add(check);
      const signal = AbortSignal.any([ending.signal, check.signal]);
      try {
        return await studio.checkCloud(appkeyId, signal, (step) => publish('cloud.checked', step));
      } finally {
        cloudChecks.delete(check);
      }
    },
    cancelCloudCheck() {
      for (const check of cloudChecks) check.abort();
    },
    async keepTool(tool, path) {
      await probeMediaTool(tool, path, ending.signal);
      return settings.update({ [`${tool}Path`]: path });
    },
    diagnose: async () => [
      ...(await studio.diagnose()),
      ...(settings.problem === undefined ? [] : [describeSettings(settings.problem)]),
    ],
    async findInitialProject() {
      const asked = requested;
      requested = undefined;
      const projectId = (await asked) ?? (await lastProject.read());
      if (projectId === undefined) return {};
      const isThere = (await projects.list()).some(({ id }) => id === projectId);
      return isThere ? { projectId } : {};
    },
    async writeText(path, content) {
      await writeText(path, content, 'output/unwritable', { isExport: true });
      return path;
    },
    fetchFile: (address, fetchId, confirmedHosts = []) =>
      fetches.run(address, fetchId, confirmedHosts),
    cancelFetch: (fetchId) => fetches.cancel(fetchId),
    async openFromOutside(paths, onFailure) {
      let tellShown = (_projectId?: string): void => undefined;
      requested = new Promise((fulfil) => (tellShown = fulfil));
      const files = paths.map((path) => ({
        ...{ path, name: basename(path), kind: findFileKind(path) },
      }));
      const openOne = async ({ file, media }: FilePair<(typeof files)[number]>) => {
        try {
          return await projects.openFile(file.path, ending.signal, { mediaPath: media?.path });
        } catch (thrown) {
          if (onFailure === undefined) throw thrown;
          await onFailure(thrown);
          return undefined;
        }
      };
      try {
        await openInTurn(pairFiles(files), openOne, ({ id }, isToShow) => {
          if (!isToShow) return;
          tellShown(id);
          lookAhead(id);
          publish('project.openRequested', { projectId: id });
        });
      } finally {
        // What went wrong is told to whoever brought them; the window shows what it would without.
        tellShown(undefined);
      }
    },
    async dispose() {
      ending.abort();
      fetches.dispose();
      await jobs.dispose();
      await media.dispose();
      await projects.dispose();
      await Promise.all([settings.settled(), credentials.settled(), studio.dispose()]);
    },
  };
}

function describeSettings({ code, data }: StudioError): DiagnosisFinding {
  return {
    id: 'settings',
    state: 'warning',
    detail: { key: `error.${code}.happened`, parameters: asMessageParameters(data) },
    fix: `error.${code}.next`,
  };
}
