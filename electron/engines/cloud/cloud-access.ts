import type { StudioError } from '@core/errors/studio-error';
import type { SpeechModel } from '@isi/model-table';
import type { AccessKey } from '../../isi/client/credentials';
import type { IsiEndpoints } from '../../isi/client/endpoints';
import type { HttpClient } from '../../isi/client/http/http-client';
import type { BucketAddress } from '../../isi/client/oss/bucket-address';
import type { OssClient } from '../../isi/client/oss/create-oss-client';
import type { TokenSource } from '../../isi/client/token/token-client';
import type { Wait } from '../../isi/client/wait';

/** A project of the vendor's console, as a person entered it. */
export interface ChosenAppkey {
  readonly appkey: string;
  /** The model its project is set to; undefined where nobody said. */
  readonly model: SpeechModel | undefined;
}

/** What one job of a service of the cloud works with. It lives in memory only. */
export interface CloudSession {
  readonly http: HttpClient;
  /** Of the Appkey's region. */
  readonly endpoints: IsiEndpoints;
  readonly appkey: ChosenAppkey;
  readonly tokens: TokenSource;
  /** Asked before every request. @throws StudioError `credentials/missing` */
  readonly readAccessKey: () => Promise<AccessKey>;
  /** The bucket for new uploads. @throws StudioError `credentials/missing` where none was chosen */
  findBucket(): BucketAddress;
  /**
   * @param address of an upload that was made before; by default that of new ones
   * @throws StudioError as `findBucket`
   */
  openBucket(onRetry: (error: StudioError) => void, address?: BucketAddress): OssClient;
  /** Whether an upload is deleted once its result is here. */
  readonly deletesUploads: boolean;
}

/** What an engine needs of an account, besides an Appkey. */
export interface AccountNeeds {
  /** A token that was pasted will do; else it needs the AccessKey itself. */
  readonly takesPastedToken: boolean;
  readonly needsBucket: boolean;
}

/** The way to a person's account. */
export interface CloudAccess {
  /**
   * @param appkeyId of the settings; by default the usual one
   * @throws StudioError `credentials/missing` (data: `missing`), `credentials/locked`,
   *   `usage/invalid` for an address that is none
   */
  open(appkeyId: string | undefined): Promise<CloudSession>;
  /** Why an engine with these needs cannot start now, without asking the vendor. */
  check(needs: AccountNeeds): Promise<StudioError | undefined>;
  /** ms since 1970. */
  readonly now: () => number;
  /** A text that nothing else has, of letters and digits. */
  readonly newId: () => string;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** How to wait between two questions or tries; by the clock where it is left out. */
  readonly wait?: Wait;
}
