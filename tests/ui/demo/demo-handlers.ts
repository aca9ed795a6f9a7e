import type { FileGrant, Publish, StudioMethods, StudioSettings } from '@contract/api';
import { findFileKind } from '@contract/file-kinds';
import { StudioError } from '@core/errors/studio-error';
import { hasMedia, noMedia } from '@core/project-file/project';
import { readWebAddress } from '@isi/web-address';
import { createCloudHandlers, demoCloudSettings } from './demo-account';
import { demoCloud, listDemoEngines, planDemo } from './demo-cloud';
import { DemoJobs } from './demo-jobs';
import { DemoMedia } from './demo-media';
import type { DemoOptions } from './demo-options';
import { demoProfiles } from './demo-profiles';
import { DemoProjects } from './demo-projects';
import { DemoTracks } from './demo-tracks';
import {
  demoSource,
  describeDemoSource,
  encodingUnknown,
  listDemoImports,
  makeTextProject,
  previewDemoImport,
} from './demo-imports';
import { makeProject, makeSentences } from './make-project';
import { spoilSentences } from './spoil-sentences';
import { showAlignJobs } from './show-align-jobs';
import { showCloudJobs } from './show-cloud-jobs';
import { showJobs } from './show-jobs';
import { showQuietJobs } from './show-quiet-jobs';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface DemoStudio {
  readonly handlers: StudioMethods;
  /** Takes files that were dropped on the page or picked in it; nothing of them is read. */
  readonly grant: (files: readonly File[]) => readonly FileGrant[];
}

/** The studio's services, in memory and made up, for one page. */
export function createDemoStudio(options: DemoOptions, publish: Publish): DemoStudio {
  const durationMs = Math.round(options.hours * hourMs);
  const sound = makeSentences({ id: 'sound', sentenceCount: options.sentenceCount, durationMs });
  const projects = new DemoProjects(publish);
  const media = new DemoMedia(publish, options, sound);
  const tracks = new DemoTracks(options);
  const jobs = new DemoJobs(projects, publish, options.slowness);
  const granted = new Map<string, FileGrant>();
  let settings: StudioSettings = {
    ...(options.engine === undefined ? {} : { engine: options.engine }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.theme === undefined ? {} : { theme: options.theme }),
    ...(options.density === undefined ? {} : { density: options.density }),
    ...(options.isNative ? { ffmpegPath: '/opt/media-tools/ffmpeg-7.1/bin/ffmpeg' } : {}),
    ...(options.cloud === 'none'
      ? {}
      : { cloud: options.engine === undefined ? demoCloudSettings : demoCloud }),
  };

  const grant = (files: readonly Pick<File, 'name' | 'size'>[]): readonly FileGrant[] =>
    files.map(({ name, size }) => {
      const one: FileGrant = {
        id: `file-${granted.size + 1}`,
        name,
        sizeBytes: size,
        kind: findFileKind(name),
      };
      granted.set(one.id, one);
      return one;
    });
  const getGrant = (fileId: string): FileGrant => {
    const found = granted.get(fileId);
    if (found !== undefined) return found;
    throw new StudioError('file/not-granted', 'no such file');
  };

  const initialId = 'harbour';
  if (!options.isEmpty) {
    const initial = makeProject({
      id: initialId,
      title: 'Harbour interview',
      mediaName: 'harbour-interview.wav',
      sentenceCount: options.sentenceCount,
      durationMs,
    });
    const project = options.hasFaults
      ? { ...initial, sentences: spoilSentences(initial.sentences) }
      : initial;
    const asOpened =
      options.media === 'none'
        ? { ...project, media: noMedia, source: demoSource('harbour-interview.srt') }
        : project;
    projects.add(asOpened, Date.now());
    for (const [index, [title, mediaName, count, length]] of [
      ['Lecture 4: tides', 'lecture-04-tides.mp4', 612, 0.9],
      ['旧桥访谈', '旧桥访谈.m4a', 188, 0.3],
      ['Call with the museum', 'call-museum.mp3', 0, 0.2],
    ].entries() as IterableIterator<[number, [string, string, number, number]]>) {
      projects.add(
        makeProject({
          id: `other-${index + 1}`,
          title,
          mediaName,
          sentenceCount: count,
          durationMs: Math.round(length * hourMs),
          seed: index + 20,
          hasVideo: mediaName.endsWith('.mp4'),
        }),
        Date.now() - (index + 1) * 1.4 * dayMs,
      );
    }
    if (options.jobs === 'each') showJobs(jobs, initialId);
    if (options.jobs === 'align') showAlignJobs(jobs, initialId);
    if (options.jobs === 'cloud') showCloudJobs(jobs, initialId);
    if (options.jobs === 'quiet') showQuietJobs(jobs, initialId);
  }

  const refuse = (): Promise<never> =>
    Promise.reject(new StudioError('host/unsupported', 'the demo page has no native dialogs'));
  return {
    grant,
    handlers: {
      ...createCloudHandlers(options, publish),
      'host.describe': () =>
        Promise.resolve({
          version: '0.1.0',
          kind: options.isNative ? 'electron' : 'browser',
          systemLanguage: navigator.language,
          platform: 'linux',
          hasNativeDialogs: options.isNative,
          engines: listDemoEngines(options),
        }),
      'host.initialProject': () =>
        Promise.resolve(options.isEmpty || options.showsStart ? {} : { projectId: initialId }),
      'host.showCommands': () => Promise.resolve(null),
      'settings.read': () => Promise.resolve(settings),
      'settings.update': ({ changes }) => {
        settings = { ...settings, ...changes };
        publish('settings.changed', settings);
        return Promise.resolve(settings);
      },
      'settings.chooseTool': refuse,
      'settings.folders': () =>
        Promise.resolve({
          home: '/home/mara/.local/share/zimu-studio',
          projects: '/home/mara/.local/share/zimu-studio/projects',
          cache: '/home/mara/.cache/zimu-studio',
        }),
      'settings.diagnose': () =>
        Promise.resolve([
          { id: 'node', state: 'ok', detail: { text: 'v20.20.2' } },
          { id: 'ffmpeg', state: 'ok', detail: { text: '/usr/bin/ffmpeg 5.1.9' } },
          { id: 'ffprobe', state: 'ok', detail: { text: '/usr/bin/ffprobe 5.1.9' } },
        ]),
      'files.choose': refuse,
      'files.fetch': ({ address, confirmedHosts = [] }) => {
        const { fileName } = readWebAddress(address);
        const { host, hostname } = new URL(address);
        if (hostname.endsWith('.lan') && !confirmedHosts.includes(host)) {
          const data = { host, address: '192.168.1.20', place: 'network' };
          throw new StudioError('address/private-host', 'not of the internet', { data });
        }
        return Promise.resolve(grant([{ name: fileName, size: 24_000_000 }])[0]!);
      },
      'files.cancelFetch': () => Promise.resolve(null),
      'files.saveText': refuse,
      'files.chooseSaveFolder': () =>
        Promise.resolve({ folder: { id: 'folder', path: '/home/mara/subtitles' } }),
      'files.saveInto': ({ files }) => Promise.resolve({ existing: files.map(({ name }) => name) }),
      'files.encodeText': refuse,
      'files.reveal': refuse,
      'projects.list': () => Promise.resolve(projects.list()),
      'projects.openFile': ({ fileId, encoding }) => {
        const { name, kind } = getGrant(fileId);
        if (kind === 'subtitle') {
          if (options.hasNoEncoding && encoding === undefined) throw encodingUnknown(name);
          const text = makeTextProject(`project-${fileId}`, name, 212);
          return Promise.resolve(projects.add(text, Date.now()));
        }
        const known = projects.list().find(({ mediaName }) => mediaName === name);
        if (known !== undefined) return Promise.resolve(known);
        const summary = projects.add(
          makeProject({
            id: `project-${fileId}`,
            title: name.replace(/\.[^.]+$/, ''),
            mediaName: name,
            sentenceCount: 0,
            durationMs,
          }),
          Date.now(),
        );
        publish('projects.changed', {});
        return Promise.resolve(summary);
      },
      'projects.previewImport': ({ projectId, ...source }) => {
        const { encoding } = source;
        const name = 'fileId' in source ? getGrant(source.fileId).name : 'interview.srt';
        if (options.hasNoEncoding && encoding === undefined) throw encodingUnknown(name);
        const project = projectId === undefined ? undefined : projects.read(projectId);
        return Promise.resolve(previewDemoImport(name, project, encoding));
      },
      'projects.importFile': options.importsForever ? () => new Promise(() => undefined) : refuse,
      'projects.cancelImport': () => Promise.resolve(null),
      'projects.describeSource': ({ projectId, form }) => {
        const name = projects.read(projectId).source?.name;
        return Promise.resolve(name === undefined ? {} : { file: describeDemoSource(name, form) });
      },
      'projects.saveBack': refuse,
      'projects.listImports': ({ projectId }) => {
        const { title, media: recording } = projects.read(projectId);
        return Promise.resolve(hasMedia(recording) ? [] : listDemoImports(`${title}.srt`));
      },
      'projects.open': ({ projectId }) => Promise.resolve(projects.open(projectId)),
      'projects.edit': (input) => Promise.resolve(projects.edit(input)),
      'projects.undo': ({ projectId }) => Promise.resolve(projects.undo(projectId)),
      'projects.redo': ({ projectId }) => Promise.resolve(projects.redo(projectId)),
      'projects.keepDraft': (input) => {
        projects.keepDraft(input);
        return Promise.resolve(null);
      },
      'projects.keepView': ({ projectId, view }) => {
        projects.keepView(projectId, view);
        return Promise.resolve(null);
      },
      'projects.saveCopy': ({ projectId }) => {
        const copy = new Blob([JSON.stringify(projects.read(projectId), undefined, 2)]);
        return Promise.resolve({ downloadUrl: URL.createObjectURL(copy) });
      },
      'projects.remove': ({ projectId }) => {
        projects.remove(projectId);
        return Promise.resolve(null);
      },
      'media.open': ({ projectId }) =>
        Promise.resolve({
          ...media.open(projects.read(projectId)),
          ...tracks.describe(projectId),
        }),
      'media.chooseTrack': ({ projectId, track }) => {
        tracks.choose(projectId, track);
        return Promise.resolve({
          ...media.open(projects.read(projectId)),
          ...tracks.describe(projectId),
        });
      },
      'media.makeProxy': ({ projectId }) =>
        Promise.resolve(media.makeProxy(projects.read(projectId))),
      'media.relocate': ({ projectId }) => Promise.resolve(media.open(projects.read(projectId))),
      'engines.list': () => Promise.resolve(listDemoEngines(options)),
      'engines.plan': ({ engine, projectId, listens }) =>
        listens === true
          ? new Promise(() => publish('engines.listened', { projectId, fraction: 0.42 }))
          : Promise.resolve({
              ...planDemo(engine, durationMs, projects.read(projectId).media.path, options),
              ...tracks.describe(projectId),
              ...(options.hasTracks && engine === 'local'
                ? {
                    channels: {
                      count: 5,
                      findings: {
                        ...{ differ: true, speaking: [0, 1, 3], silent: [2] },
                        same: [{ channel: 4, as: 0 }],
                      },
                    },
                  }
                : {}),
            }),
      'engines.cancelPlans': () => Promise.resolve(null),
      'jobs.list': () => Promise.resolve(jobs.list()),
      'jobs.start': (input) => Promise.resolve(jobs.start(input)),
      'jobs.cancel': ({ jobId }) => {
        jobs.cancel(jobId);
        return Promise.resolve(null);
      },
      'jobs.retry': ({ jobId }) => Promise.resolve(jobs.retry(jobId)),
      'jobs.pause': ({ jobId }) => Promise.resolve(jobs.pause(jobId)),
      'jobs.resume': ({ jobId }) => Promise.resolve(jobs.resume(jobId)),
      'jobs.move': ({ jobId, beforeId }) => {
        jobs.move(jobId, beforeId);
        return Promise.resolve(null);
      },
      'jobs.dismiss': ({ jobId }) => {
        jobs.dismiss(jobId);
        return Promise.resolve(null);
      },
      'rules.profiles': () => Promise.resolve(demoProfiles),
    },
  };
}
