// Serves the window over made-up services in memory, with live reload: to work on it and to look
// at it without recordings, engines or a host.
//
//     node tests/ui/demo/serve.mjs [--port N] [--sentences 10000] [--hours 3] [--locale zh-CN] …
//
// The options only make the address that is printed; the page reads them from its query, so one
// server shows them all:
//
//     /?sentences=240      sentences of the open project (about ten words each)
//     &hours=0.25          its length
//     &locale=en|zh-CN     &theme=light|dark|system     &density=compact|comfortable
//     &empty               a studio that was never used: no projects
//     &start               the start page with recent projects
//     &media=missing       the recording is not where it was
//     &media=none          subtitles without a recording
//     &media=unplayable    the browser cannot play it; a proxy can be made
//     &media=named         a project from elsewhere names it: a person has to choose it
//     &media=brought       it lay beside a project from elsewhere: is it to be sent?
//     &peaks=growing       the waveform arrives within ten seconds
//     &jobs                one job of each state in the strip
//     &jobs=cloud          jobs of the cloud, and what may be said of each
//     &jobs=align          jobs that re-align words, as they run and as they end
//     &jobs=quiet          jobs that met sound too quiet to be heard
//     &importing           a subtitle file that is imported stays under way
//     &noEncoding          a subtitle file is plausible text in no encoding: a person has to choose
//     &faults              overlaps, blanks too many and cues without text, to be mended
//     &engine=local|flash|file   the engine that was chosen last; with file there is a bucket
//     &channels=different|right|many|listening   what the recording's channels hold
//     &tracks              the recording has three sound tracks
//     &native              a host that has dialogs of its own
//     &cloud=none|stored|absent|locked|environment|temporary   the account, and its keychain
//     &slowness=1          of jobs that are started: 1 takes eight seconds
//
// A dropped or picked file becomes a project without text. A file with "broken" in its name makes
// its job fail. Pictures: `npm run screenshots`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const flags = ['empty', 'start', 'jobs', 'tracks', 'native', 'importing', 'noEncoding', 'faults'];
const values = [
  'sentences',
  'hours',
  'locale',
  'theme',
  'density',
  'media',
  'peaks',
  'engine',
  'channels',
  'cloud',
  'slowness',
];
const { values: given } = parseArgs({
  options: {
    port: { type: 'string', default: '5199' },
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' }])),
    ...Object.fromEntries(values.map((name) => [name, { type: 'string' }])),
  },
});

const server = await createServer({
  configFile: join(import.meta.dirname, 'vite.config.ts'),
  logLevel: 'warn',
  server: { port: Number(given.port) },
});
await server.listen();
const query = new URLSearchParams();
for (const name of values) if (given[name] !== undefined) query.set(name, given[name]);
for (const name of flags) if (given[name]) query.set(name, '');
const { port } = server.httpServer.address();
console.log(`http://127.0.0.1:${port}/${query.size > 0 ? `?${query}` : ''}`);
