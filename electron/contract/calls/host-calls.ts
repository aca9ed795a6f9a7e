import type { EngineFacts } from '../engines';
import type { Nothing } from './nothing';
import type { CommandId } from '@core/commands/command-specs';

/** What the renderer may know of where it runs. */
export interface HostDescription {
  readonly version: string;
  /** `electron`: the desktop product; `browser`: the same services behind a page on this computer. */
  readonly kind: 'electron' | 'browser';
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string;
  /** Node's name of the system: `darwin` has ⌘ where others have Ctrl. */
  readonly platform: string;
  /** Whether the host opens and saves by the system's dialogs and menus; otherwise the page does. */
  readonly hasNativeDialogs: boolean;
  /** The engines of this studio, in the order in which people are shown them. */
  readonly engines: readonly EngineFacts[];
}

/** Calls about the host of the window. */
export interface HostCalls {
  'host.describe': (input: Nothing) => Promise<HostDescription>;
  /** The project to show at start: of the command line, or of the last session. */
  'host.initialProject': (input: Nothing) => Promise<{ readonly projectId?: string }>;
  /** Tells a host with native menus which commands can run now. */
  'host.showCommands': (input: { readonly enabled: readonly CommandId[] }) => Promise<null>;
}

/** What every window is told about the host of the window. */
export interface HostEvents {
  /** A native menu was used. */
  'command.run': { readonly commandId: CommandId };
}
