import { ExportDialog } from '../features/export/export-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { TranscribeDialog } from '../features/transcribe/transcribe-dialog';
import { useSession } from '../state/studio-context';
import { HelpSheet } from './help-sheet';
import { Palette } from './palette';
import { SpeakerDialog } from './speaker-dialog';

/** The dialog that is open, if one is. */
export function Dialogs(): React.JSX.Element | undefined {
  const dialog = useSession((state) => state.dialog);
  switch (dialog) {
    case undefined:
      return undefined;
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <HelpSheet />;
    case 'settings':
      return <SettingsDialog />;
    case 'transcribe':
      return <TranscribeDialog />;
    case 'export':
      return <ExportDialog />;
    case 'speaker':
      return <SpeakerDialog />;
  }
}
