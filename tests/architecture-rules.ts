import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { findImports } from './find-imports';

/** Who may import whom. A new folder gets its row here in the same commit; see README.md, "Map". */
export interface FolderRule {
  readonly folder: string;
  /** Other folders of ours it may import from, as prefixes; its own is always allowed. */
  readonly folders: readonly string[];
  /** Packages it may import; `node:` stands for every built-in module of Node. */
  readonly packages: readonly string[];
}

const rendererCommon = [
  'electron/core',
  'electron/isi/domain',
  'electron/contract',
  'renderer/src/client',
  'renderer/src/lib',
  'renderer/src/playback',
  'renderer/src/state',
];

/** The first row whose folder holds a file rules it, so narrower folders stand first. */
export const folderRules: readonly FolderRule[] = [
  // Containers and markup languages in which subtitle files come; both packages are without a host.
  {
    folder: 'electron/core/formats',
    folders: ['electron/core'],
    packages: ['fflate', 'saxes', 'zod'],
  },
  { folder: 'electron/core', folders: [], packages: ['zod'] },
  // What the vendor says and means, without a host; as pure as core, which does not know it.
  { folder: 'electron/isi/domain', folders: ['electron/core'], packages: ['zod'] },
  {
    folder: 'electron/contract',
    folders: ['electron/core', 'electron/isi/domain'],
    packages: ['zod'],
  },
  {
    folder: 'electron/engines/local/graph-edit',
    folders: ['electron/core'],
    packages: ['node:', 'onnx-proto'],
  },
  {
    folder: 'electron/engines/local',
    folders: ['electron/core', 'electron/engines/engine.ts'],
    packages: ['node:', 'onnxruntime-node', 'llama-tokenizer-js', 'zod'],
  },
  {
    folder: 'electron/engines/scripted',
    folders: ['electron/core', 'electron/engines/engine.ts'],
    packages: ['node:', 'zod'],
  },
  // The clients of the vendor's services; nothing in them knows engines, jobs or settings.
  {
    folder: 'electron/isi/client',
    folders: ['electron/core', 'electron/isi/domain'],
    packages: ['node:', 'undici', 'zod'],
  },
  ...['flash', 'file', 'cloud'].map((name) => ({
    folder: `electron/engines/${name}`,
    folders: [
      'electron/core',
      'electron/isi',
      'electron/engines/engine.ts',
      'electron/engines/cloud',
    ],
    packages: ['node:', 'zod'],
  })),
  {
    folder: 'electron/engines',
    folders: ['electron/core', 'electron/isi'],
    packages: ['node:'],
  },
  {
    folder: 'electron/services/formats',
    folders: ['electron/core', 'electron/isi/domain', 'electron/contract', 'electron/services'],
    packages: ['node:', 'chardet', 'iconv-lite'],
  },
  {
    folder: 'electron/services',
    folders: [
      'electron/core',
      'electron/contract',
      'electron/isi',
      'electron/engines/engine.ts',
      'electron/engines/registry.ts',
      'electron/engines/cloud/cloud-access.ts',
      'electron/engines/cloud/speech-encoder.ts',
    ],
    packages: [
      'node:',
      'zod',
      '@ffmpeg-installer/ffmpeg',
      '@ffprobe-installer/ffprobe',
      'chardet',
      'keytar',
      'write-file-atomic',
    ],
  },
  {
    folder: 'electron/main',
    folders: ['electron/core', 'electron/contract', 'electron/services'],
    packages: ['node:', 'electron'],
  },
  {
    folder: 'electron/preload',
    folders: ['electron/core', 'electron/contract'],
    packages: ['electron'],
  },
  {
    folder: 'electron/host',
    folders: ['electron/core', 'electron/contract', 'electron/services'],
    packages: ['node:'],
  },
  {
    folder: 'electron/cli',
    folders: [
      'electron/core',
      'electron/isi/domain',
      'electron/contract',
      'electron/services',
      'package.json',
    ],
    packages: ['node:'],
  },
  {
    folder: 'renderer/src/client',
    folders: ['electron/contract', 'electron/core'],
    packages: [],
  },
  { folder: 'renderer/src/lib', folders: ['electron/core'], packages: ['react'] },
  {
    folder: 'renderer/src/playback',
    folders: ['electron/core', 'renderer/src/lib'],
    packages: ['react', 'zustand'],
  },
  {
    folder: 'renderer/src/components',
    folders: ['electron/core', 'renderer/src/lib'],
    packages: ['react', 'radix-ui', 'lucide-react'],
  },
  {
    folder: 'renderer/src/state',
    folders: [
      'electron/core',
      'electron/isi/domain',
      'electron/contract',
      'renderer/src/client',
      'renderer/src/lib',
      'renderer/src/playback',
    ],
    packages: ['react', 'zustand'],
  },
  {
    folder: 'renderer/src/commands',
    folders: [...rendererCommon],
    packages: ['react', 'zustand', 'tinykeys'],
  },
  // Features do not import each other: what two of them share is state, playback or a component.
  ...[
    ...['player', 'inspector', 'transcribe', 'export', 'import', 'settings', 'projects'],
    'recording',
  ].map((name) => ({
    folder: `renderer/src/features/${name}`,
    folders: [...rendererCommon, 'renderer/src/commands', 'renderer/src/components'],
    packages: ['react', 'zustand', 'lucide-react'],
  })),
  {
    folder: 'renderer/src/features/waveform',
    folders: [...rendererCommon, 'renderer/src/commands', 'renderer/src/components'],
    packages: ['react', 'zustand', 'lucide-react', 'wavesurfer.js'],
  },
  {
    folder: 'renderer/src/features/problems',
    folders: [...rendererCommon, 'renderer/src/commands', 'renderer/src/components'],
    packages: ['react', 'zustand', 'lucide-react', '@tanstack/react-virtual'],
  },
  {
    folder: 'renderer/src/features/table',
    folders: [...rendererCommon, 'renderer/src/commands', 'renderer/src/components'],
    packages: [
      'react',
      'zustand',
      'lucide-react',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
    ],
  },
  {
    folder: 'renderer/src/app',
    folders: ['electron/core', 'electron/isi/domain', 'electron/contract', 'renderer/src'],
    packages: ['react', 'react-dom', 'zustand', 'lucide-react', 'cmdk'],
  },
  {
    folder: 'renderer/src',
    folders: ['renderer/src', 'electron/core', 'electron/contract'],
    packages: ['@radix-ui/colors', '@fontsource-variable/noto-sans-sc'],
  },
];

/** Few importers: only these files may import that package or folder from outside of it. */
const fewImporters: readonly { readonly target: string; readonly importers: readonly string[] }[] =
  [
    { target: 'keytar', importers: ['electron/services/credentials/keychain-child.ts'] },
    {
      target: 'electron/engines/local/',
      // Set-up prepares the models before there is any engine; it is no part of the running product.
      importers: ['electron/engines/registry.ts', 'electron/cli/prepare-models.ts'],
    },
    { target: 'electron/engines/scripted/', importers: ['electron/engines/registry.ts'] },
    // `zimu serve` is how a person starts the browser host; no other command knows of it.
    { target: 'electron/host/', importers: ['electron/cli/commands/serve.ts'] },
  ];

const aliases: Readonly<Record<string, string>> = {
  '@core/': 'electron/core/',
  '@isi/': 'electron/isi/domain/',
  '@contract/': 'electron/contract/',
};

/**
 * Every import of a source file that the tables forbid, as sentences for the person who wrote it.
 * @param path relative to the project, with forward slashes
 */
export function findForbiddenImports(root: string, path: string, text: string): string[] {
  const rule = folderRules.find(({ folder }) => path.startsWith(`${folder}/`));
  if (rule === undefined) return [`${path}: its folder has no row in tests/architecture-rules.ts`];
  const problems: string[] = [];
  for (const specifier of findSpecifiers(text)) {
    const target = resolveOurs(root, path, specifier);
    const name = target ?? specifier;
    const few = fewImporters.find(
      (entry) => name === entry.target || (target?.startsWith(entry.target) ?? false),
    );
    const isListed = few?.importers.includes(path) ?? false;
    if (few !== undefined && !isListed && !path.startsWith(few.target)) {
      problems.push(`${path}: only ${few.importers.join(', ')} may import ${few.target}`);
    } else if (target === undefined) {
      const allowed = rule.packages.some(
        (allowedName) =>
          specifier === allowedName ||
          specifier.startsWith(allowedName === 'node:' ? 'node:' : `${allowedName}/`),
      );
      if (!allowed) {
        problems.push(`${path}: ${rule.folder} may not import the package ${specifier}`);
      }
    } else if (
      !target.startsWith(`${rule.folder}/`) &&
      !isListed &&
      !rule.folders.some(
        (folder) =>
          target === folder || `${target}.ts` === folder || target.startsWith(`${folder}/`),
      )
    ) {
      problems.push(`${path}: ${rule.folder} may not import ${target}`);
    }
  }
  return problems;
}

/** Imports, re-exports, dynamic imports and `createRequire(…)('name')` calls. */
function findSpecifiers(text: string): string[] {
  const required = [...text.matchAll(/createRequire\([^)]*\)\(\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return [...findImports(text), ...required];
}

/** Path of one of our own files or folders, relative to the project; undefined for a package. */
function resolveOurs(root: string, path: string, specifier: string): string | undefined {
  for (const [alias, folder] of Object.entries(aliases)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/');
}

/** By project, what its files hold, read once for all that is planted there. */
const parsedSources = new Map<string, Map<string, ts.SourceFile | undefined>>();
/** Declarations, Node's and the browser's, are the same in all projects, as `tsc -b` has it. */
const parsedDeclarations = new Map<string, ts.SourceFile | undefined>();
/** By project, the last program, from which the next one takes over what every import leads to. */
const lastPrograms = new Map<string, ts.Program>();

/**
 * What the compiler says of one planted file in a folder's project, as messages; none means it
 * compiles. The file is never written.
 * @param project the folder that holds the tsconfig.json
 */
export function compilePlanted(
  root: string,
  project: string,
  name: string,
  text: string,
): string[] {
  const configPath = join(root, project, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    configPath,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  );
  if (config === undefined) throw new Error(`cannot read ${configPath}`);
  const planted = join(root, project, name);
  if (existsSync(planted)) throw new Error(`${planted} exists`);
  const host = ts.createCompilerHost(config.options);
  const readSource = host.getSourceFile.bind(host);
  const parsed = parsedSources.get(project) ?? new Map<string, ts.SourceFile | undefined>();
  parsedSources.set(project, parsed);
  host.getSourceFile = (fileName, languageVersion) => {
    if (resolve(fileName) === planted) {
      return ts.createSourceFile(fileName, text, languageVersion);
    }
    const known = /\.d\.[cm]?ts$/.test(fileName) ? parsedDeclarations : parsed;
    if (!known.has(fileName)) known.set(fileName, readSource(fileName, languageVersion));
    return known.get(fileName);
  };
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (fileName) => resolve(fileName) === planted || fileExists(fileName);
  const last = lastPrograms.get(project);
  const program = ts.createProgram({
    rootNames: [...config.fileNames, planted],
    options: last?.getCompilerOptions() ?? config.options,
    ...(config.projectReferences === undefined
      ? {}
      : { projectReferences: config.projectReferences }),
    host,
    ...(last === undefined ? {} : { oldProgram: last }),
  });
  lastPrograms.set(project, program);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getSemanticDiagnostics(program.getSourceFile(planted)),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/**
 * The only files that start programs. Each names the environment of its child, from the allow-list
 * of `createChildEnvironment`: without one, a child inherits every secret of ours.
 */
const starters: readonly string[] = [
  'electron/cli/open-window.ts',
  'electron/engines/local/child-process.ts',
  'electron/engines/local/models/fetch-package.ts',
  'electron/services/credentials/keychain-name.ts',
  'electron/services/credentials/keychain-process.ts',
  'electron/services/credentials/look-at-keychain.ts',
  'electron/services/media/run-tool.ts',
];

/** What is wrong with how a source file starts programs, as sentences. */
export function findOpenStarts(path: string, text: string): string[] {
  if (!findSpecifiers(text).some((name) => /^(?:node:)?child_process$/.test(name))) return [];
  if (!starters.includes(path)) return [`${path}: only ${starters.join(', ')} may start programs`];
  const starts = text.match(/(?<![.\w])(?:spawn|fork|exec|execFile)(?:Sync)?\)?\(/g)?.length ?? 0;
  const environments = text.match(/\benv: createChildEnvironment\(/g)?.length ?? 0;
  return starts > 0 && starts === environments
    ? []
    : [`${path}: starts ${starts} programs and names ${environments} environments`];
}

/** The only files of the command line that write to a stream what a terminal might obey. */
const rawWriters: readonly string[] = [
  // `tell`, `print` and `printJson`, by which everything for people goes.
  'electron/cli/terminal.ts',
  // The bar, which is drawn over itself.
  'electron/cli/progress-display.ts',
  // A transcript, which is a result and is not altered.
  'electron/cli/print-result.ts',
  // An address of ours.
  'electron/cli/commands/serve.ts',
  // The process's own streams, and set-up, which has no terminal of ours.
  'electron/cli/index.ts',
  'electron/cli/prepare-models.ts',
];

/** What of a file of the command line reaches a terminal unseen, as sentences. */
export function findRawWrites(path: string, text: string): string[] {
  if (!path.startsWith('electron/cli/') || rawWriters.includes(path)) return [];
  return /\bstd(?:out|err)\s*\.write\(/.test(text)
    ? [`${path}: writes past tell, print and printJson of electron/cli/terminal.ts`]
    : [];
}
