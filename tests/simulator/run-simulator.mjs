// `npm run simulator`: Alibaba Cloud's speech services on this computer, to try the cloud engines
// without an account. Prints what to set; Ctrl+C ends it.
//
//     npm run simulator [-- --port N] [-- --engine local]
//
// Without `--engine local` every recording is answered with the same plain text.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib-corpus.mjs';
import { withModule } from '../../scripts/lib-typescript.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, engine: { type: 'string' } },
});
if (values.engine !== undefined && values.engine !== 'local') {
  console.error(`there is no engine "${values.engine}" here; there is: local`);
  process.exit(2);
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
const local =
  values.engine === 'local'
    ? await load('/tests/simulator/speech/recognise-locally.ts')
    : undefined;

const simulator = await startSimulator({
  accounts,
  appkeys,
  port: Number(values.port),
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
console.error(`The simulator runs on ${simulator.url}; set the lines above. Ctrl+C ends it.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await simulator.close();
    process.exit(0);
  });
}
