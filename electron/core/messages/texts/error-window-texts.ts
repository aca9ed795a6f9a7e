import type { Texts } from '../texts';

/** What the window says of an error where the terminal's words are of no use there. */
export const errorWindowTexts = {
  'error.internal.next.window': [
    'This is a bug, not something you did. What you wrote is kept. Try again; if it happens once more, reload the window.',
    '这是程序的缺陷，不是您的操作有误。您写下的内容都已保存。请重试；如再次出现，请重新载入窗口。',
  ],
  'error.usage/invalid.next.window': ['Nothing was changed.', '未作任何改动。'],
  'error.job/cancelled.next.window': [
    'What was recognised so far is kept; start again when you like.',
    '已识别的内容都已保留，可以随时重新开始。',
  ],
  'error.media/not-found.next.window': [
    'Put the recording back, or choose it where it is now. The text is safe.',
    '请把录音放回原处，或重新选择它现在的位置。文字不受影响。',
  ],
  'error.media/not-a-file.next.window': ['Choose the recording itself.', '请选择录音文件本身。'],
  'error.text/encoding-unknown.next.window': [
    'Open it by File › Open… and choose its encoding there, or save it as UTF-8 in the program it comes from.',
    '请用“文件”菜单中的“打开…”打开它并选择编码，或在原来的程序中另存为 UTF-8。',
  ],
  'error.output/name-too-long.next.window': [
    'Choose a shorter name: at most {most} bytes, of which a Chinese character takes three.',
    '请选择较短的文件名：最多 {most} 字节，一个汉字占三个字节。',
  ],
  'error.output/name-forbidden.next.window': [
    'Choose another name, without < > : " | ? * and not that of a device (CON, NUL, COM1).',
    '请另取文件名：不含 < > : " | ? *，也不要用设备名（CON、NUL、COM1）。',
  ],
  'error.tool/ffmpeg-missing.next.window': [
    'Install ffmpeg, or say in the settings where it is. Nothing was changed.',
    '请安装 ffmpeg，或在设置中指定其位置。未作任何改动。',
  ],
  'error.tool/ffmpeg-failed.next.window': [
    'The settings show which ffmpeg is used; try another one there. The recording was not changed.',
    '设置中会显示所用的 ffmpeg，可在那里换用其他版本。录音文件没有改动。',
  ],
  'error.engine/unavailable.next.window': [
    'For English choose the engine on this computer: it works offline and without an account.',
    '英语请选择“本机”引擎：离线运行，无需账号。',
  ],
  'error.engine/unsupported-language.next.window': [
    'Choose another engine ({alternatives}), or another language of the recording. The text was not changed.',
    '请改用其他引擎（{alternatives}），或重新选择录音的语言。文字没有改动。',
  ],
  'error.engine/worker-failed.next.window': [
    'Close other programs if memory is short, or choose the smaller model, then try again. What was recognised before is kept.',
    '如果内存不足，请关闭其他程序，或选择较小的模型后重试。之前识别出的内容已保留。',
  ],
  'error.engine/unauthorised.next.window': [
    'Check AccessKey and token. Nothing was changed; the recording is safe.',
    '请检查 AccessKey 和 Token。未作任何改动，录音不受影响。',
  ],
  'error.storage/wrong-region.next.window': [
    'Set the region of the bucket as the OSS console shows it. Nothing was uploaded.',
    '请按 OSS 控制台所示设置存储空间的地域。未上传任何内容。',
  ],
  'error.storage/no-bucket.next.window': [
    'Make the bucket in the OSS console, or choose another. Nothing was uploaded.',
    '请在 OSS 控制台创建该存储空间，或选择其他空间。未上传任何内容。',
  ],
  'error.media/proxy-failed.next.window': [
    'The text can still be edited and exported. Check the free space, or set another ffmpeg in the settings.',
    '文字仍可编辑和导出。请检查可用空间，或在设置中指定其他 ffmpeg。',
  ],
  'error.engine/task-busy.next.window': [
    'Wait until it has ended: handed in twice, the recording would be charged twice. Nothing was sent.',
    '请等它结束：重复提交会重复计费。未发送任何内容。',
  ],
  'error.engine/task-unknown.next.window': [
    'Compare the id and the region. A task that is over 72 hours old is lost: transcribe the recording again, which is charged again.',
    '请核对任务 ID 和地域。超过 72 小时的任务无法找回：请重新转写录音，会再次计费。',
  ],
  'error.credentials/missing.happened.window': [
    'Your account of Alibaba Cloud is not complete here. Missing: {missing}.',
    '阿里云账号信息不完整，缺少：{missing}。',
  ],
  'error.credentials/missing.next.window': [
    'Enter it in Settings → Alibaba Cloud and try again, or choose the engine on this computer. A transcription that had begun goes on from there.',
    '请在“设置 → 阿里云”中填写后重试，或选择“本机”引擎。已经开始的转写会从中断处继续。',
  ],
  'error.model/missing.next.window': [
    'Close the studio, run "npm run setup" in its folder and start it again. The text is safe.',
    '请关闭程序，在其文件夹中运行 “npm run setup”，然后重新启动。文字不受影响。',
  ],
  'error.model/corrupt.next.window': [
    'Close the studio, run "npm run setup" in its folder and start it again. The text is safe.',
    '请关闭程序，在其文件夹中运行 “npm run setup”，然后重新启动。文字不受影响。',
  ],
  'error.output/exists.next.window': [
    'Choose another name. The existing file was not touched.',
    '请换一个文件名。已有文件没有改动。',
  ],
  'error.output/unwritable.next.window': [
    'Choose a folder you may write to and save again. The text is safe in its project.',
    '请选择一个可写的文件夹再次保存。文字已安全保存在项目中。',
  ],
  'error.cache/unwritable.next.window': [
    'Free some space on the disk of that folder, then try again. The recording was not changed.',
    '请在该文件夹所在磁盘腾出空间后重试。录音文件没有改动。',
  ],
  'error.host/unreachable.next.window': [
    'What was saved is safe. What was changed since is only in this window: leave it open until the studio answers again. If Zimu Studio was closed, start it, open its new address and make those changes once more there.',
    '已保存的内容是安全的。之后的修改只在此窗口中：请保持窗口打开，直到工作室恢复响应。如果 Zimu Studio 已关闭，请重新启动并打开新地址，再次进行这些修改。',
  ],
} as const satisfies Texts;
