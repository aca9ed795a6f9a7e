import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 240010,
    name: 'ILLEGAL_REENTRANT',
    cause: ['A call came after the SDK had been shut down.', '退出后调用SDK接口。'],
    remedy: ['It can be ignored where nothing else is wrong.', '不影响功能时可忽略。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240011,
    name: 'SDK_NOT_INIT',
    cause: ['The SDK has not been started up properly.', 'SDK未正确初始化。'],
    remedy: [
      'Start it up and look at the answer before calling anything else.',
      '确认初始化返回值正确再进行其他接口使用。',
    ],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240012,
    name: 'SDK_ALREADY_INIT',
    cause: ['The SDK was started up a second time.', '重复调用SDK初始化接口。'],
    remedy: ['Start it up once only, or release it first.', '确认初始化调用逻辑。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240013,
    name: 'DIALOG_INVALID_STATE',
    cause: ['The session is in a state that does not allow this call.', '内部对话状态错误。'],
    remedy: [
      'Wait for the running job or stop it, then try again.',
      '请阅读SDK流程图，确认是否在错误状态下调用接口。',
    ],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 240014,
    name: 'STATE_INVALID',
    cause: ['The SDK is in a state that does not allow this call.', 'SDK内部状态错误。'],
    remedy: [
      'Wait for the running job or stop it, then try again.',
      '请阅读SDK流程图，确认是否在错误状态下调用接口。',
    ],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 240015,
    name: 'ILLEGAL_FUNC_CALL',
    cause: ['This call is not possible in the present mode.', '该模式无法调用接口。'],
    remedy: ['Check which calls belong to the mode in use.', '请确认接口调用是否合理。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240020,
    name: 'MEM_ALLOC_ERROR',
    cause: ['There is not enough memory.', '内存分配错误。'],
    remedy: ['Close other programs, then try again.', '检查内存是否不足。'],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 240021,
    name: 'FILE_ACCESS_FAIL',
    cause: ['A file cannot be opened.', '文件访问错误。'],
    remedy: [
      'Check that it exists and that you may read and write it.',
      '检查文件是否提供读写权限。',
    ],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240022,
    name: 'CREATE_DIR_ERROR',
    cause: ['A folder cannot be made.', '创建目录错误。'],
    remedy: ['Check that you may write at that place.', '检查是否有写权限。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240030,
    name: 'CREATE_NUI_ERROR',
    cause: [
      'The engine could not be made, mostly because the system is short of resources.',
      '引擎创建失败。',
    ],
    remedy: ['Close other programs, then try again.', '创建实例失败，一般为系统资源不足。'],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 240031,
    name: 'TEXT_DIALOG_START_FAIL',
    cause: ['Text understanding could not be started.', '发起文本理解失败。'],
    remedy: [
      'Check the network, the address and the token.',
      '文本转语义理解失败，检查网络连接或URL以及Token等信息是否有效。',
    ],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 240032,
    name: 'TEXT_CANCEL_START_FAIL',
    cause: ['Text understanding could not be stopped.', '取消文本理解失败。'],
    remedy: ['It can be ignored.', '可忽略。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240033,
    name: 'WUW_DUPLICATE',
    cause: ['A wake word was given twice.', '动态唤醒词重复。'],
    remedy: ['It can be ignored.', '可忽略。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240040,
    name: 'CEI_INIT_FAIL',
    cause: ['The engine on the device could not start.', '本地引擎初始化失败。'],
    remedy: [
      'Check that its model is whole and its folder can be read and written.',
      '请确认本地引擎的模型是否有效、目录是否可读写。',
    ],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240051,
    name: 'UPDATE_AUDIO_ERROR',
    cause: [
      'More sound was passed in than was asked for.',
      '推送音频错误，一般为输入音频长度大于所需音频。',
    ],
    remedy: ['Check the length of each piece of sound.', '确认推送的音频长度是否非法。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240052,
    name: 'MIC_ERROR',
    cause: ['No sound came for 2 seconds.', '连续2s未获取到音频。'],
    remedy: [
      'Check the source of the sound.',
      '请确认在音频数据回调中是否正确提供所需长度的音频。',
    ],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
];

/** Codes of the SDK for phones about its states and surroundings. */
export const sdkStateErrors = defineVendorErrors('sdk', ['sdk'], rows);
