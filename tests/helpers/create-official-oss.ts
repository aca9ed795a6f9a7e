import OSS from 'ali-oss';

export interface OfficialOssOptions {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
  readonly bucket: string;
  readonly region: string;
  /** `http://localhost:PORT`; the bucket then stands in the path. */
  readonly endpoint: string;
}

/** The vendor's own client, signing by V4: what ours and the simulator are measured against. */
export function createOfficialOss({ securityToken, ...options }: OfficialOssOptions): OSS {
  const { accessKeyId, accessKeySecret } = options;
  const temporary =
    securityToken === undefined
      ? {}
      : {
          stsToken: securityToken,
          // Without it the package warns on each call; it does not ask for it within five minutes.
          refreshSTSToken: () =>
            Promise.resolve({ accessKeyId, accessKeySecret, stsToken: securityToken }),
        };
  // `sldEnable` is missing in the package's types, so the options cannot be written in place.
  const all = { ...options, ...temporary, authorizationV4: true, sldEnable: true, timeout: 20_000 };
  return new OSS(all);
}
