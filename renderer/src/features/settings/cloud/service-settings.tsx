import { findRegion, speechRegions, usualRegion } from '@isi/speech-regions';
import { Checkbox } from '../../../components/field';
import { useTexts } from '../../../state/studio-context';
import { Choice } from '../choice';
import { Section } from '../section';
import styles from './cloud-settings.module.css';
import { useCloudSettings } from './use-cloud-settings';

/** Without a choice, as the services have it. */
const usualJobsAtOnce = 2;

/** Which of the vendor's places is asked, and by how many jobs at once. */
export function ServiceSettings(): React.JSX.Element {
  const t = useTexts();
  const { cloud, update } = useCloudSettings();
  return (
    <Section title={t('cloud.service')} isWide>
      <div className={styles.columns}>
        <Choice
          label={t('cloud.region')}
          value={cloud.region ?? usualRegion}
          options={speechRegions.map((value) => ({ value, label: t(`cloud.region.${value}`) }))}
          onChange={(value) => update({ region: findRegion(value) })}
        />
        <Choice
          label={t('cloud.jobsAtOnce')}
          value={`${cloud.jobsAtOnce ?? usualJobsAtOnce}`}
          options={Array.from({ length: 10 }, (_, index) => ({
            value: `${index + 1}`,
            label: `${index + 1}`,
          }))}
          onChange={(value) => update({ jobsAtOnce: Number(value) })}
        />
      </div>
      <Checkbox
        label={t('cloud.internal')}
        isChecked={cloud.isInternal ?? false}
        onChange={(isInternal) => update({ isInternal })}
      />
    </Section>
  );
}
