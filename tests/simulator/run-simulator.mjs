// `npm run simulator`: Alibaba Cloud's speech services on this computer, to try the cloud engines
// without an account. `npm run simulator -- --help` says how it is told what to do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib-corpus.mjs';
import { withModule } from '../../scripts/lib-typescript.mjs';

const help = `npm run simulator -- [--port N] [--engine local] [--script FILE]

Runs Alibaba Cloud's speech services and a bucket on this computer, and prints what to set for the
studio to use them. Ctrl+C ends it.

  --port N        the port; without it, any free one
  --engine local  what is said is recognised by the studio's own engine, which understands English;
                  without it, every recording is answered with the same plain text
  --script FILE   answers and changes as JSON:

  {
    "answers": [
      {
        "when": { "service": "file", "appkey": "…", "language": "zh", "link": "part of it",
                  "atLeastMs": 0, "atMostMs": 60000 },
        "sentences": [
          { "text": "Good morning.", "beginMs": 200, "endMs": 1900, "channel": 0, "speaker": 1,
            "words": [{ "text": "Good", "beginMs": 200, "endMs": 600 }] }
        ]
      }
    ],
    "set": { "queueingQueries": 3, "nextTask": { "code": 41050002, "times": 2 } }
  }

The first answer whose "when" fits a recording is given; all parts of "when" may be left out, and no
sentences are silence.

What is set can be changed while it runs, by the same JSON:

  curl --data '{"nextFlash": {"code": 40000010}}' http://127.0.0.1:PORT/_set

  nextToken, nextFlash, nextSubmit, nextTask, nextResult, nextService (the bucket)
      what goes wrong with the next request to that service, or a list of such things; [] is nothing.
      { "code": 40000001, "text": "…", "httpStatus": 403 } is a refusal with any code of the
      catalogue (\`zimu isi codes\`); something on the way is { "kind": "reset", "afterBytes": 0 },
      "stall" (afterBytes), "never", "status" (httpStatus, body), "slow" (delayMs, bytesPerSecond),
      "half-reply", "not-json", "wrong-length" (byBytes), "extra-fields" or "sentences" (count).
      Each takes "times", "method" and "path" (a regular expression) beside it.
  queueingQueries, runningQueries, taskMs
      how long a task of file transcription is QUEUEING and RUNNING
  nowOffsetMs, tokenLifeMs, tokenRefusal (400 or 403), "expireTokens": true
      the server's clock, and what becomes of tokens
  queryGapMs, submitsPerSecond, queriesPerSecond
      from when on it throttles
  emptyResult ("no-valid-fragment", "no-words", "no-words-41050029"), isSpeakerAlwaysGiven, durationMs
      how a task without speech ends, and what is said of a recording
`;

const { port, engine, script: scriptFile } = readArguments();

/** Ends the process where they are wrong, or ask for help. */
function readArguments() {
  const give = (text, code) => {
    (code === 0 ? process.stdout : process.stderr).write(text);
    process.exit(code);
  };
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        engine: { type: 'string' },
        script: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) give(help, 0);
    if (values.engine !== undefined && values.engine !== 'local') {
      give(`there is no engine "${values.engine}" here; there is: local\n`, 2);
    }
    return values;
  } catch (error) {
    return give(`${error.message}\nnpm run simulator -- --help says what there is.\n`, 2);
  }
}

const accounts = [
  { userId: '1001', accessKeyId: 'simulatorKeyId', accessKeySecret: 'simulatorKeySecret' },
];
const bucket = { name: 'simulator-bucket', region: 'cn-shanghai' };
const appkeys = [
  { appkey: 'simulatorEnglish', userId: '1001', sampleRateHz: 16000, language: 'en' },
  { appkey: 'simulatorChinese', userId: '1001', sampleRateHz: 16000, language: 'zh' },
  { appkey: 'simulatorPhone', userId: '1001', sampleRateHz: 8000, language: 'zh' },
];

const load = (path) => withModule(path, (loaded) => loaded);
const { startSimulator } = await load('/tests/simulator/start-simulator.ts');
const oss = '/tests/simulator/oss/create-oss-service.ts';
const storage = existsSync(join(root, oss)) ? await load(oss) : undefined;
const { readScript } = await load('/tests/simulator/control/read-script.ts');
const script = await readScriptOrEnd();
const local =
  engine === 'local' ? await load('/tests/simulator/speech/recognise-locally.ts') : undefined;

const simulator = await startSimulator({
  accounts,
  appkeys,
  port: Number(port),
  answers: script.answers,
  ...(local === undefined ? {} : { recognise: local.recogniseLocally }),
  services: ({ nowMs, folder }) =>
    storage === undefined
      ? []
      : [
          storage.createOssService({
            accounts,
            buckets: [bucket],
            now: nowMs,
            folder: join(folder, 'oss'),
          }),
        ],
});

simulator.set(script.set);

const names = {
  ...simulator.env,
  ...(storage === undefined
    ? {}
    : { ZIMU_OSS_BUCKET: bucket.name, ZIMU_OSS_REGION: bucket.region }),
};
for (const [name, value] of Object.entries(names)) console.log(`export ${name}=${value}`);
console.log(
  `# other Appkeys: ${appkeys
    .slice(1)
    .map(({ appkey }) => appkey)
    .join(', ')}`,
);
console.error(
  `The simulator runs on ${simulator.url}; set the lines above. ` +
    `POST ${simulator.url}/_set changes what it does (--help says how). Ctrl+C ends it.`,
);

/** Says what is wrong with the file, and ends. */
async function readScriptOrEnd() {
  if (scriptFile === undefined) return { answers: [], set: {} };
  try {
    return await readScript(scriptFile);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await simulator.close();
    process.exit(0);
  });
}
