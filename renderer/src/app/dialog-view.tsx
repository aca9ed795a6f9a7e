import { ExportDialog } from '../features/export/export-dialog';
import { SaveBackDialog } from '../features/export/save-back-dialog';
import { ImportDialog } from '../features/import/import-dialog';
import { ImportsDialog } from '../features/import/imports-dialog';
import { FixDialog } from '../features/problems/fix-dialog';
import { AddressDialog } from '../features/projects/address-dialog';
import { RecordingDialog } from '../features/recording/recording-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { TranscribeDialog } from '../features/transcribe/transcribe-dialog';
import type { OpenDialog } from '../state/session-store';
import { HelpSheet } from './help-sheet';
import { SpeakerDialog } from './speaker-dialog';

export interface DialogViewProps {
  readonly dialog: Exclude<OpenDialog, 'palette'>;
}

export function DialogView({ dialog }: DialogViewProps): React.JSX.Element {
  switch (dialog) {
    case 'shortcuts':
      return <HelpSheet />;
    case 'settings':
      return <SettingsDialog />;
    case 'transcribe':
      return <TranscribeDialog />;
    case 'export':
      return <ExportDialog />;
    case 'saveBack':
      return <SaveBackDialog />;
    case 'address':
      return <AddressDialog />;
    case 'import':
      return <ImportDialog />;
    case 'imports':
      return <ImportsDialog />;
    case 'recording':
      return <RecordingDialog />;
    case 'fixProblems':
      return <FixDialog />;
    case 'speaker':
      return <SpeakerDialog />;
  }
}
