import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 240999,
    name: 'DEFAULT_ERROR',
    cause: ['Something went wrong inside the SDK that has no number of its own.', '内部默认错误。'],
    remedy: ['Try once more; if it comes again, report it.', '内部未明确错误。'],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 240001,
    name: 'NUI_CONFIG_INVALID',
    cause: ['The configuration of the SDK is wrong or its files are missing.', '配置文件错误。'],
    remedy: [
      'Check that the folder given for resources holds them.',
      '配置文件错误，请确认传入的资源路径内是否有资源文件。如果是Android平台，请参考代码样例主动使用copyAssets接口。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240002,
    name: 'ILLEGAL_PARAM',
    cause: ['A parameter is not allowed.', '非法参数。'],
    remedy: [
      'Check the type and the range of each parameter of the job.',
      '请确认传入的格式是否正确，包括字段类型、值范围限制。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240003,
    name: 'ILLEGAL_INIT_PARAM',
    cause: ['The parameters for starting up are not valid.', '初始化参数非法。'],
    remedy: [
      'Check their form and that no required one is missing.',
      '请确认初始化参数格式是否错误或缺少必须字段。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240004,
    name: 'NECESSARY_PARAM_LACK',
    cause: ['Something that is required was not given.', '缺少必须参数。'],
    remedy: ['Fill in Appkey, credentials, address and recording.', '请确认接口调用时的必须参数。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240005,
    name: 'NULL_PARAM_ERROR',
    cause: ['A parameter is empty.', '参数为空。'],
    remedy: ['Give it a value.', '确认参数是否为空。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240006,
    name: 'NULL_LISTENER_ERROR',
    cause: ['Nobody was named to receive the events.', '未定义事件回调。'],
    remedy: ['Give a callback when starting up.', '确认回调事件是否正确赋值。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240007,
    name: 'NULL_DIALOG_ERROR',
    cause: [
      'There is no session to work with, mostly because the inner state is wrong.',
      '无有效对话实例，一般在内部状态错误时发生。',
    ],
    remedy: [
      'Stop the job, which returns to the idle state, then start it again.',
      '请确认接口调用前是否为正确状态，可使用cancel接口恢复idle状态。',
    ],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 240008,
    name: 'NULL_ENGINE_ERROR',
    cause: ['There is no engine to work with.', '无有效引擎实例，请检查是否初始化成功。'],
    remedy: ['Check that starting up succeeded.', '请确认是否初始化成功。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 240009,
    name: 'ILLEGAL_DATA',
    cause: [
      'The sound that was passed in is empty or its length is wrong.',
      '传入音频数据地址或长度非法。',
    ],
    remedy: ['Check the length of what is passed.', '请确认传入的数据长度值。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
];

/** Codes of the SDK for phones about its configuration and parameters. */
export const sdkParameterErrors = defineVendorErrors('sdk', ['sdk'], rows);
