import type { ImportSource, StudioMethods } from '@contract/api';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { saveInto } from './files/save-into';
import { isUpload } from './files/uploads-folder';
import { encodeText } from './formats/encode-text';
import { StudioError } from '@core/errors/studio-error';
import { createNamedRuns } from './timing/named-runs';
import { hasEnded } from '@core/jobs/job-state';
import { chooseTrack } from './projects/choose-track';
import type { AskedImport } from './projects/asked-import';
import { projectBusy } from './projects/project-errors';
import { requireRecording } from './projects/require-recording';
import type { HostSide, Workspace } from './workspace';

/** The services' answers to the calls of the contract, shared by Electron and the browser host. */
export function createHandlers(workspace: Workspace, host: HostSide): StudioMethods {
  const { projects, jobs, media, settings, credentials, grants } = workspace;
  const { ending: signal } = workspace;
  const imports = createNamedRuns();
  const findFile = (choice: ImportSource): AskedImport => ({
    encoding: choice.encoding,
    ...('fileId' in choice
      ? { path: grants.getPath(choice.fileId) }
      : { importId: choice.importId }),
  });
  return {
    'host.describe': () =>
      Promise.resolve({ ...host.description, engines: workspace.describeEngines() }),
    'host.initialProject': () => workspace.findInitialProject(),
    'host.showCommands': async ({ enabled }) => {
      host.showCommands?.(enabled);
      return Promise.resolve(null);
    },

    'settings.read': () => Promise.resolve(settings.read()),
    'settings.update': ({ changes, cleared = [] }) =>
      settings.update({
        ...changes,
        ...Object.fromEntries(cleared.map((name) => [name, undefined])),
      }),
    'settings.chooseTool': async ({ tool }) => {
      const path = await requireNative(host.chooseTool)(tool);
      return path === undefined ? settings.read() : workspace.keepTool(tool, path);
    },
    'settings.folders': () => Promise.resolve(workspace.folders),
    'settings.diagnose': () => workspace.diagnose(),

    'credentials.describe': () => credentials.describe(),
    'credentials.set': (change) => credentials.set(change),
    'credentials.clear': ({ kind }) => credentials.clear(kind),
    'credentials.importFromEnvironment': () => credentials.importFromEnvironment(),
    'credentials.retry': () => credentials.retry(),

    'files.choose': async ({ purpose }) => {
      const paths = await requireNative(host.chooseFiles)(purpose);
      return Promise.all(paths.map((path) => grants.grant(path)));
    },
    'files.fetch': async ({ address, fetchId, confirmedHosts }) =>
      grants.grant(await workspace.fetchFile(address, fetchId, confirmedHosts)),
    'files.cancelFetch': ({ fetchId }) => {
      workspace.cancelFetch(fetchId);
      return Promise.resolve(null);
    },
    'files.saveText': async (input) => {
      const path = await requireNative(host.choosePathToSave)(input.suggestedName);
      if (path === undefined) return {};
      const content = 'text' in input ? input.text : Buffer.from(input.base64, 'base64');
      return { savedAs: await workspace.writeText(path, content) };
    },
    'files.chooseSaveFolder': async () => {
      const path = await requireNative(host.chooseSaveFolder)();
      return path === undefined ? {} : { folder: { id: grants.grantFolder(path), path } };
    },
    'files.saveInto': ({ folderId, files, isConfirmed = false }) =>
      saveInto(grants.getFolder(folderId), files, { isConfirmed }),
    'files.encodeText': ({ text, ...form }) =>
      Promise.resolve({ base64: Buffer.from(encodeText(text, form)).toString('base64') }),
    'files.reveal': async ({ projectId }) => {
      const reveal = requireNative(host.reveal);
      reveal((await requireRecording(projects, projectId)).path);
      return null;
    },

    'projects.list': () => projects.list(),
    'projects.openFile': ({ fileId, mediaFileId, encoding }) => {
      const mediaPath = mediaFileId === undefined ? undefined : grants.getPath(mediaFileId);
      return projects.openFile(grants.getPath(fileId), signal, { mediaPath, encoding });
    },
    'projects.previewImport': (input) =>
      projects.previewImport({ projectId: input.projectId, ...findFile(input) }, signal),
    'projects.importFile': (input) => {
      const { projectId, mode, runId } = input;
      return imports.run(runId, signal, (ending) =>
        projects.importFile({ projectId, mode, ...findFile(input) }, ending),
      );
    },
    'projects.cancelImport': ({ runId }) => {
      imports.cancel(runId);
      return Promise.resolve(null);
    },
    'projects.describeSource': async ({ projectId, form }) => {
      const file = await projects.describeSource(projectId, form);
      return file === undefined ? {} : { file };
    },
    'projects.saveBack': async ({ projectId, isConfirmed = false, form }) => {
      const { savedAs } = await projects.saveBack({ projectId, isConfirmed, form });
      if (!isUpload(savedAs, workspace.folders.home)) return { savedAs };
      const base64 = (await readFile(savedAs)).toString('base64');
      return { copy: { name: basename(savedAs), base64 } };
    },
    'projects.listImports': ({ projectId }) => projects.listImports(projectId),
    'projects.open': ({ projectId }) => workspace.openProject(projectId),
    'projects.edit': (input) => projects.edit(input),
    'projects.undo': ({ projectId }) => projects.undo(projectId),
    'projects.redo': ({ projectId }) => projects.redo(projectId),
    'projects.keepDraft': async ({ projectId, sentenceId, origin, text }) => {
      await projects.keepDraft(projectId, { sentenceId, origin, text });
      return null;
    },
    'projects.keepView': async ({ projectId, view }) => {
      await projects.keepView(projectId, view);
      return null;
    },
    'projects.saveCopy': async ({ projectId }) => {
      if (host.choosePathToSave === undefined) {
        return { downloadUrl: host.byteUrl(`projects/${projectId}`) };
      }
      const { title } = await projects.read(projectId);
      const path = await host.choosePathToSave(`${title}.zimu`);
      if (path === undefined) return {};
      return { savedAs: await workspace.writeText(path, await projects.formatCopy(projectId)) };
    },
    'projects.remove': async ({ projectId }) => {
      // Also one that waits, or whose service works: it has been paid for.
      const isBusy = jobs.list().some((job) => job.projectId === projectId && !hasEnded(job));
      if (isBusy) throw projectBusy(projectId);
      await projects.remove(projectId);
      return null;
    },

    'media.open': ({ projectId }) => media.open(projectId),
    'media.makeProxy': ({ projectId, reason }) => media.makeProxy(projectId, reason),
    'media.chooseTrack': async (input) => {
      await chooseTrack(workspace, input);
      return media.open(input.projectId);
    },
    'media.relocate': async ({ projectId, fileId, isMeant }) => {
      await projects.relocate(projectId, grants.getPath(fileId), { signal, isMeant });
      return media.open(projectId);
    },

    'engines.list': ({ projectIds }) => workspace.listEngines(projectIds),

    'engines.plan': (input) => workspace.planEngine(input),
    'engines.cancelPlans': () => {
      workspace.cancelPlans();
      return Promise.resolve(null);
    },

    'cloud.check': ({ appkeyId }) => workspace.checkCloud(appkeyId),
    'cloud.cancelCheck': () => {
      workspace.cancelCloudCheck();
      return Promise.resolve(null);
    },

    'jobs.list': () => Promise.resolve(jobs.list()),
    'jobs.start': (input) => jobs.start(input),
    'jobs.cancel': async ({ jobId }) => {
      await jobs.cancel(jobId);
      return null;
    },
    'jobs.retry': ({ jobId }) => jobs.retry(jobId),
    'jobs.pause': ({ jobId }) => jobs.pause(jobId),
    'jobs.resume': ({ jobId }) => jobs.resume(jobId),
    'jobs.move': ({ jobId, beforeId }) => {
      jobs.move(jobId, beforeId);
      return Promise.resolve(null);
    },
    'jobs.dismiss': ({ jobId }) => {
      jobs.dismiss(jobId);
      return Promise.resolve(null);
    },

    'rules.profiles': () => workspace.listRuleProfiles(),
  };
}

/** What only a host with native dialogs has. @throws StudioError `host/unsupported` */
function requireNative<Function>(native: Function | undefined): Function {
  if (native !== undefined) return native;
  throw new StudioError('host/unsupported', 'this host has no native dialogs');
}
