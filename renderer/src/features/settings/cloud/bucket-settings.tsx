import { usualRegion } from '@isi/speech-regions';
import { Checkbox } from '../../../components/field';
import { useTexts } from '../../../state/studio-context';
import { checkBucketName, checkOrigin, checkRegion } from './check-entry';
import styles from './cloud-settings.module.css';
import { Disclosure } from './disclosure';
import { KeptField } from './kept-field';
import { useCloudSettings } from './use-cloud-settings';

/** Regions of OSS on the mainland and the usual ones beyond; any other can be typed. */
const regions = [
  'cn-shanghai',
  'cn-beijing',
  'cn-shenzhen',
  'cn-hangzhou',
  'cn-zhangjiakou',
  'cn-guangzhou',
  'cn-chengdu',
  'cn-hongkong',
  'ap-southeast-1',
  'eu-central-1',
  'us-west-1',
];

/** The bucket that file transcription fetches recordings from. */
export function BucketSettings(): React.JSX.Element {
  const t = useTexts();
  const { cloud, update } = useCloudSettings();
  const { bucket } = cloud;
  return (
    <>
      <p className={styles.muted}>{t('cloud.bucket.hint')}</p>
      <div className={styles.columns}>
        <KeptField
          label={t('cloud.bucket.name')}
          value={bucket?.name}
          check={checkBucketName}
          onKeep={(name) =>
            update({ bucket: name === undefined ? undefined : { ...bucket, name } })
          }
        />
        <KeptField
          label={t('cloud.bucket.region')}
          value={bucket?.region}
          check={checkRegion}
          placeholder={cloud.region ?? usualRegion}
          suggestions={regions}
          isDisabled={bucket === undefined}
          onKeep={(region) =>
            // The console writes oss-cn-shanghai in some places; both mean the same.
            bucket !== undefined &&
            update({ bucket: { ...bucket, region: region?.replace(/^oss-/, '') } })
          }
        />
      </div>
      <Checkbox
        label={t('cloud.bucket.keeps')}
        isChecked={cloud.keepsUploads ?? false}
        onChange={(keepsUploads) => update({ keepsUploads })}
      />
      <Disclosure label={t('cloud.advanced')} isOpenAtFirst={bucket?.endpoint !== undefined}>
        <KeptField
          label={t('cloud.bucket.endpoint')}
          value={bucket?.endpoint}
          check={checkOrigin}
          placeholder="https://"
          isDisabled={bucket === undefined}
          onKeep={(endpoint) => bucket !== undefined && update({ bucket: { ...bucket, endpoint } })}
        />
      </Disclosure>
    </>
  );
}
