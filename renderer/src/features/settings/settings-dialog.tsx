import { Cloud, SlidersHorizontal } from 'lucide-react';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { SideTabs } from '../../components/side-tabs';
import {
  useErrorTexts,
  useSession,
  useSettings,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { CloudSettings } from './cloud/cloud-settings';
import { GeneralSettings } from './general-settings';

/** What a person chooses once and for all; every change holds at once. */
export function SettingsDialog(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { session } = useStudio();
  const section = useSession((state) => state.settingsSection);
  const error = useSettings((state) => state.error);
  return (
    <Dialog
      width="wide"
      title={t('settings.title')}
      closeLabel={t('app.close')}
      onClose={() => session.getState().set({ dialog: undefined })}
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      <SideTabs
        label={t('settings.sections')}
        current={section}
        onChange={(settingsSection) => session.getState().set({ settingsSection })}
        tabs={[
          {
            id: 'general',
            label: t('settings.section.general'),
            icon: <SlidersHorizontal aria-hidden />,
            content: <GeneralSettings />,
          },
          {
            id: 'cloud',
            label: t('settings.section.cloud'),
            icon: <Cloud aria-hidden />,
            content: <CloudSettings />,
          },
        ]}
      />
    </Dialog>
  );
}
