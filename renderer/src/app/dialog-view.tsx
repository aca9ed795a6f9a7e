import { ExportDialog } from '../features/export/export-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { TranscribeDialog } from '../features/transcribe/transcribe-dialog';
import type { OpenDialog } from '../state/session-store';
import { HelpSheet } from './help-sheet';
import { Palette } from './palette';
import { SpeakerDialog } from './speaker-dialog';

export interface DialogViewProps {
  readonly dialog: OpenDialog;
}

export function DialogView({ dialog }: DialogViewProps): React.JSX.Element {
  switch (dialog) {
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
