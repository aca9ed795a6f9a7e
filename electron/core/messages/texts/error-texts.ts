import type { Texts } from '../texts';

/** What happened and what to do next, for every error code. */
export const errorTexts = {
  'error.internal.happened': [
    'Something went wrong inside Zimu Studio: {message}',
    '字幕工作室内部出错：{message}',
  ],
  'error.internal.next': [
    'This is a bug, not something you did. Files already written are safe. Run the command again with --debug and report what it prints.',
    '这是程序的缺陷，不是您的操作有误。已写出的文件不受影响。请加上 --debug 再运行一次，并反馈输出内容。',
  ],
  'error.usage/invalid.happened': ['{problem}', '{problem}'],
  'error.usage/invalid.next': [
    'Run "zimu help" to see how the command is used.',
    '运行 “zimu help” 查看命令用法。',
  ],
  'error.job/cancelled.happened': ['Stopped at your request.', '已按您的要求停止。'],
  'error.job/cancelled.next': [
    'Nothing else was changed; start the command again when you like.',
    '没有改动其他内容，可以随时重新运行该命令。',
  ],
  'error.media/not-found.happened': ['There is no file at {path}.', '找不到文件：{path}'],
  'error.media/not-found.next': [
    'Check the spelling and the folder, then try again.',
    '请检查文件名和所在文件夹，然后重试。',
  ],
  'error.media/not-a-file.happened': [
    '{path} is not a file but a folder, a device or a pipe.',
    '{path} 不是文件，而是文件夹、设备或管道。',
  ],
  'error.media/not-a-file.next': ['Name the recording itself.', '请指定录音文件本身。'],
  'error.media/empty.happened': [
    'The file is empty (0 bytes): {path}',
    '文件是空的（0 字节）：{path}',
  ],
  'error.media/empty.next': [
    'Copy or download the recording again; nothing was changed.',
    '请重新复制或下载该录音；没有改动任何内容。',
  ],
  'error.media/unreadable.happened': [
    'This file cannot be read as sound or video: {path} ({reason})',
    '无法将此文件作为音频或视频读取：{path}（{reason}）',
  ],
  'error.media/unreadable.next': [
    'It may be damaged, incomplete or not a recording. Check that it plays elsewhere, or export it again; the file was not changed.',
    '文件可能已损坏、不完整，或不是录音。请确认它能在别处播放，或重新导出；原文件没有改动。',
  ],
  'error.media/no-audio.happened': ['There is no sound track in {path}.', '{path} 中没有音轨。'],
  'error.media/no-audio.next': ['Choose the file that holds the sound.', '请选择含有声音的文件。'],
  'error.tool/ffmpeg-missing.happened': [
    '{tool} was not found (looked at: {searched}).',
    '找不到 {tool}（查找位置：{searched}）。',
  ],
  'error.tool/ffmpeg-missing.next': [
    'Install ffmpeg ("apt-get install ffmpeg" on Debian), or set ZIMU_FFMPEG and ZIMU_FFPROBE to the programs.',
    '请安装 ffmpeg（Debian 上运行 “apt-get install ffmpeg”），或用 ZIMU_FFMPEG 和 ZIMU_FFPROBE 指定程序位置。',
  ],
  'error.tool/ffmpeg-failed.happened': [
    'ffmpeg stopped with an error while reading {path}: {reason}',
    'ffmpeg 读取 {path} 时出错：{reason}',
  ],
  'error.tool/ffmpeg-failed.next': [
    'Run "zimu doctor" to see which ffmpeg is used. The recording was not changed.',
    '运行 “zimu doctor” 查看所用的 ffmpeg。录音文件没有改动。',
  ],
  'error.engine/unavailable.happened': [
    'The engine "{engine}" is not to be had here, or it cannot do this.',
    '这里没有引擎 “{engine}”，或者它做不到这件事。',
  ],
  'error.engine/unavailable.next': [
    '"zimu help transcribe" lists the engines. For English, and to align, use --engine local, which works offline and without an account.',
    '运行 “zimu help transcribe” 查看可用的引擎。英语识别和对齐请使用 --engine local：离线运行，无需账号。',
  ],
  'error.engine/unsupported-language.happened': [
    'The engine "{engine}" does not understand the language "{language}".',
    '引擎 “{engine}” 不支持语言 “{language}”。',
  ],
  'error.engine/unsupported-language.next': [
    'Try another engine ({alternatives}): they need an account at Alibaba Cloud, see "zimu help transcribe". Nothing was written.',
    '请改用其他引擎（{alternatives}）：需要阿里云账号，详见 “zimu help transcribe”。没有写出任何文件。',
  ],
  'error.engine/worker-failed.happened': [
    'The recogniser stopped unexpectedly, twice on the same piece of sound ({reason}).',
    '识别程序在同一段声音上两次意外退出（{reason}）。',
  ],
  'error.engine/worker-failed.next': [
    'Close other programs if memory is short, or try --model tiny. What was recognised before is kept as a partial result.',
    '如果内存不足，请关闭其他程序，或尝试 --model tiny。之前识别出的内容已作为部分结果保留。',
  ],
  'error.engine/unauthorised.happened': [
    'Alibaba Cloud does not know these credentials ({vendorCode}).',
    '阿里云不认可这组凭证（{vendorCode}）。',
  ],
  'error.engine/unauthorised.next': [
    'Check ALIYUN_AK_ID, ALIYUN_AK_SECRET and ZIMU_ISI_TOKEN; "zimu isi check" tries them. Nothing was changed; the recording is safe.',
    '请检查 ALIYUN_AK_ID、ALIYUN_AK_SECRET 和 ZIMU_ISI_TOKEN，“zimu isi check” 可逐项检查。未作任何改动，录音不受影响。',
  ],
  'error.engine/forbidden.happened': [
    'The account may not do this ({vendorCode}).',
    '该账号无权执行此操作（{vendorCode}）。',
  ],
  'error.engine/forbidden.next': [
    'Check permissions, payment and the project of the Appkey in the console. Nothing was changed.',
    '请在控制台检查权限、付费状态和 Appkey 所属项目。未作任何改动。',
  ],
  'error.engine/throttled.happened': [
    'The service takes no more requests at the moment ({vendorCode}).',
    '服务当前不再接受更多请求（{vendorCode}）。',
  ],
  'error.engine/throttled.next': [
    'Try again later, or run fewer jobs at once.',
    '请稍后重试，或减少同时运行的任务。',
  ],
  'error.engine/refused.happened': [
    'The service refused the request: {vendorText} ({vendorCode}).',
    '服务拒绝了请求：{vendorText}（{vendorCode}）。',
  ],
  'error.engine/refused.next': [
    'Look at the remedy beside the code, change what it names and try again.',
    '请查看错误码旁的处理办法，修改后重试。',
  ],
  'error.engine/audio-refused.happened': [
    'The service cannot use this recording: {vendorText} ({vendorCode}).',
    '服务无法使用这段录音：{vendorText}（{vendorCode}）。',
  ],
  'error.engine/audio-refused.next': [
    'Choose another engine, or have the recording converted first.',
    '请选择其他引擎，或先转换录音格式。',
  ],
  'error.engine/failed.happened': [
    'The service failed: {vendorText} ({vendorCode}).',
    '服务出错：{vendorText}（{vendorCode}）。',
  ],
  'error.engine/failed.next': [
    'Try again later. Nothing that was recognised is lost.',
    '请稍后重试。已识别的内容不会丢失。',
  ],
  'error.engine/reply-unreadable.happened': [
    'The reply of {host} cannot be understood.',
    '无法理解 {host} 的回复。',
  ],
  'error.engine/reply-unreadable.next': [
    'Check the address of the service and the proxy, then try again.',
    '请检查服务地址和代理，然后重试。',
  ],
  'error.engine/clock-skewed.happened': [
    'The clock of this computer is {minutes} minutes off.',
    '这台电脑的时钟偏差 {minutes} 分钟。',
  ],
  'error.engine/clock-skewed.next': [
    'Set the clock, then try again: signed requests are only good for 15 minutes.',
    '请校准时钟后重试：签名请求仅在 15 分钟内有效。',
  ],
  'error.network/unreachable.happened': [
    '{host} cannot be reached ({reason}).',
    '无法连接 {host}（{reason}）。',
  ],
  'error.network/unreachable.next': [
    'Check the network, the address and the proxy, then try again.',
    '请检查网络、地址和代理，然后重试。',
  ],
  'error.network/timed-out.happened': ['{host} did not answer in time.', '{host} 未及时响应。'],
  'error.network/timed-out.next': [
    'Try again; on a slow network send a smaller file or use the file engine.',
    '请重试；网络较慢时请发送较小的文件，或使用录音文件识别引擎。',
  ],
  'error.network/tls.happened': [
    'The connection to {host} is not secure ({reason}).',
    '与 {host} 的连接不安全（{reason}）。',
  ],
  'error.network/tls.next': [
    'Check the clock, and whether a proxy or a virus scanner stands in between. Nothing was sent.',
    '请检查系统时钟，以及是否有代理或杀毒软件介入。未发送任何内容。',
  ],
  'error.network/proxy.happened': [
    'The proxy {host} cannot be reached ({reason}).',
    '无法连接代理 {host}（{reason}）。',
  ],
  'error.network/proxy.next': [
    'Check address and port of the proxy, and whether it runs. Nothing was sent.',
    '请检查代理的地址和端口，以及代理是否在运行。未发送任何内容。',
  ],
  'error.storage/no-bucket.happened': [
    'There is no bucket "{bucket}" in {region}.',
    '{region} 中没有名为 “{bucket}” 的存储空间。',
  ],
  'error.storage/no-bucket.next': [
    'Check ZIMU_OSS_BUCKET and ZIMU_OSS_REGION, or make the bucket in the OSS console. Nothing was uploaded.',
    '请检查环境变量 ZIMU_OSS_BUCKET 和 ZIMU_OSS_REGION，或在 OSS 控制台创建该存储空间。未上传任何内容。',
  ],
  'error.storage/forbidden.happened': [
    'The account may not use the bucket "{bucket}" ({vendorCode}).',
    '该账号无权使用存储空间 “{bucket}”（{vendorCode}）。',
  ],
  'error.storage/forbidden.next': [
    'Give the account oss:PutObject, oss:GetObject and oss:DeleteObject for it. Nothing was uploaded.',
    '请授予该账号 oss:PutObject、oss:GetObject 和 oss:DeleteObject 权限。未上传任何内容。',
  ],
  'error.storage/wrong-region.happened': [
    'The bucket "{bucket}" is not in {region}.',
    '存储空间 “{bucket}” 不在 {region}。',
  ],
  'error.storage/wrong-region.next': [
    'Put the region of the bucket into ZIMU_OSS_REGION as the OSS console shows it. Nothing was uploaded.',
    '请按 OSS 控制台所示填写环境变量 ZIMU_OSS_REGION。未上传任何内容。',
  ],
  'error.storage/failed.happened': [
    'The storage failed: {vendorText} ({vendorCode}).',
    '存储服务出错：{vendorText}（{vendorCode}）。',
  ],
  'error.storage/failed.next': [
    'Try again: what was uploaded already is not uploaded twice.',
    '请重试：已上传的部分不会重复上传。',
  ],
  'error.storage/not-deleted.happened': [
    'The upload could not be deleted and is still in the bucket: {keys} ({reason}).',
    '上传的文件未能删除，仍在存储空间中：{keys}（{reason}）。',
  ],
  'error.storage/not-deleted.next': [
    'Delete it in the OSS console. The next one goes by itself where the account has oss:DeleteObject and oss:AbortMultipartUpload.',
    '请在 OSS 控制台删除。授予该账号 oss:DeleteObject 和 oss:AbortMultipartUpload 权限后，以后会自动删除。',
  ],
  'error.credentials/missing.happened': [
    'The account of Alibaba Cloud is not complete. Missing: {missing}.',
    '阿里云账号信息不完整，缺少：{missing}。',
  ],
  'error.credentials/missing.next': [
    'Set {missing}, or use the local engine. "zimu help isi" explains the variables.',
    '请设置 {missing}，或使用本地引擎。“zimu help isi” 有各变量的说明。',
  ],
  'error.credentials/locked.happened': [
    'The keychain of this computer is locked.',
    '这台电脑的钥匙串已锁定。',
  ],
  'error.credentials/locked.next': [
    'Unlock it and try again. Until then credentials are kept for this session only.',
    '请解锁后重试。在此之前，凭证仅在本次会话中保留。',
  ],
  'error.credentials/unavailable.happened': [
    'This computer has no keychain that can be used ({reason}).',
    '这台电脑没有可用的钥匙串（{reason}）。',
  ],
  'error.credentials/unavailable.next': [
    'Credentials are kept for this session only; they are never written to disk.',
    '凭证仅在本次会话中保留，绝不会写入磁盘。',
  ],
  'error.model/missing.happened': [
    'The speech model "{model}" is not on this computer ({path}).',
    '这台电脑上没有语音模型 “{model}”（{path}）。',
  ],
  'error.model/missing.next': [
    'Run "npm run setup" in the project folder to put it there.',
    '请在项目文件夹中运行 “npm run setup” 安装模型。',
  ],
  'error.model/corrupt.happened': [
    'The speech model "{model}" is damaged: {path}',
    '语音模型 “{model}” 已损坏：{path}',
  ],
  'error.model/corrupt.next': [
    'Run "npm run setup" in the project folder to restore it.',
    '请在项目文件夹中运行 “npm run setup” 修复。',
  ],
  'error.text/unreadable.happened': [
    'The text cannot be read: {path} ({reason})',
    '无法读取文本：{path}（{reason}）',
  ],
  'error.text/unreadable.next': [
    'Check the name; plain text and subtitles in UTF-8, UTF-16 or GB18030 can be read.',
    '请检查文件名；可读取 UTF-8、UTF-16 或 GB18030 编码的纯文本和字幕。',
  ],
  'error.text/empty.happened': ['There are no words in {path}.', '{path} 中没有文字。'],
  'error.text/empty.next': [
    'Give a text that holds the words spoken in the recording.',
    '请提供录音中所说内容的文本。',
  ],
  'error.output/exists.happened': [
    'The result would overwrite {path}.',
    '结果会覆盖已有文件：{path}',
  ],
  'error.output/exists.next': [
    'Add --force to overwrite it, or choose another place with --out. The existing file was not touched.',
    '加上 --force 覆盖，或用 --out 另选位置。已有文件没有改动。',
  ],
  'error.output/unwritable.happened': [
    'The result cannot be written to {path} ({reason}).',
    '结果无法写入 {path}（{reason}）。',
  ],
  'error.output/unwritable.next': [
    'Choose a folder you may write to with --out.',
    '请用 --out 选择一个可写的文件夹。',
  ],
  'error.cache/unwritable.happened': [
    'The cache cannot be written: {path} ({reason})',
    '缓存无法写入：{path}（{reason}）',
  ],
  'error.cache/unwritable.next': [
    'Free some space, or set ZIMU_HOME to a folder you may write to. The recording was not changed.',
    '请腾出磁盘空间，或用 ZIMU_HOME 指定一个可写的文件夹。录音文件没有改动。',
  ],
  'error.settings/unreadable.happened': [
    'The settings cannot be read: {path} ({reason})',
    '无法读取设置：{path}（{reason}）',
  ],
  'error.settings/unreadable.next': [
    'Mend or delete that file; the defaults are used until then.',
    '请修正或删除该文件；在此之前使用默认设置。',
  ],
  'error.settings/unwritable.happened': [
    'The settings could not be saved: {path} ({reason}).',
    '无法保存设置：{path}（{reason}）。',
  ],
  'error.settings/unwritable.next': [
    'They hold until the studio is closed. Free some space or check who may write to that folder.',
    '当前设置在关闭程序之前仍然有效。请腾出空间，或检查该文件夹的写入权限。',
  ],
  'error.project/not-found.happened': ['This project is no longer there.', '该项目已不存在。'],
  'error.project/not-found.next': [
    'Open its recording again; other projects are not affected.',
    '请重新打开其录音；其他项目不受影响。',
  ],
  'error.project/conflict.happened': [
    'This sentence was changed elsewhere in the meantime, so your last change was not applied.',
    '这个句子同时在别处被修改，您的上一次修改未能生效。',
  ],
  'error.project/conflict.next': [
    'The current text was loaded again. Look at the sentence and repeat the change if it is still wanted.',
    '已重新载入当前文字。请查看该句，如仍需要请重做修改。',
  ],
  'error.project/unreadable.happened': [
    'The project file cannot be read: {path} ({reason}).',
    '无法读取项目文件：{path}（{reason}）。',
  ],
  'error.project/unreadable.next': [
    'The file was not changed. An older copy may lie beside it, ending in .bak.',
    '文件未被改动。旁边可能有以 .bak 结尾的旧副本。',
  ],
  'error.project/too-new.happened': [
    'This project was made by a newer version of Zimu Studio: {path}.',
    '该项目由更新版本的 Zimu Studio 创建：{path}。',
  ],
  'error.project/too-new.next': [
    'Update Zimu Studio to open it; the file was not changed.',
    '请更新 Zimu Studio 后再打开；文件未被改动。',
  ],
  'error.project/unwritable.happened': [
    'The project could not be saved: {path} ({reason}).',
    '无法保存项目：{path}（{reason}）。',
  ],
  'error.project/unwritable.next': [
    'Your text is still in this window. Free some space or check the folder, then save a copy.',
    '文字仍在此窗口中。请腾出空间或检查文件夹，然后另存一份。',
  ],
  'error.project/busy.happened': [
    'A job of this project has not ended.',
    '该项目有尚未结束的任务。',
  ],
  'error.project/busy.next': [
    'Wait until it has ended (if it is paused, resume it), or cancel it first.',
    '请等待任务结束（若已暂停，请先继续），或先取消任务。',
  ],
  'error.file/not-granted.happened': [
    'The studio was not given this file.',
    '尚未允许工作室访问此文件。',
  ],
  'error.file/not-granted.next': [
    'Open or drop the file again; nothing was changed.',
    '请重新打开或拖入该文件；未作任何改动。',
  ],
  'error.file/too-large.happened': [
    'There is not enough space for this file ({reason}).',
    '空间不足，无法存放此文件（{reason}）。',
  ],
  'error.file/too-large.next': [
    'Free some space and try again; nothing was kept of it.',
    '请腾出空间后重试；未保留该文件的任何部分。',
  ],
  'error.media/proxy-failed.happened': [
    'A playable copy of this recording could not be made ({reason}).',
    '无法为此录音生成可播放的副本（{reason}）。',
  ],
  'error.media/proxy-failed.next': [
    'The text can still be edited and exported. Check the free space, or name another ffmpeg with ZIMU_FFMPEG.',
    '文字仍可编辑和导出。请检查可用空间，或用 ZIMU_FFMPEG 指定其他 ffmpeg。',
  ],
  'error.media/other-recording.happened': [
    '{path} is {found} long, but the recording of this text was {expected}: it seems to be another one.',
    '{path} 长 {found}，而这份文字对应的录音长 {expected}：看来不是同一段录音。',
  ],
  'error.media/other-recording.next': [
    'Nothing was changed. Choose the recording that belongs to this text.',
    '没有作任何更改。请选择这份文字对应的录音。',
  ],
  'error.job/interrupted.happened': [
    'The studio closed before this was finished. What was recognised until then is kept.',
    '工作室在任务完成前关闭了。此前识别出的内容已保留。',
  ],
  'error.job/interrupted.next': [
    'Start the job again: it begins with the first second and then replaces what is there.',
    '请重新开始任务：它会从头识别，然后替换现有内容。',
  ],
  'error.job/not-waiting.happened': [
    'This job, or the one it was to go before, no longer waits.',
    '该任务，或要排到其之前的任务，已不在等待。',
  ],
  'error.job/not-waiting.next': [
    'The order stayed as it was. Only jobs that wait can be moved, and only among each other.',
    '顺序没有改变。只有等待中的任务可以移动，且只能在它们之间移动。',
  ],
  'error.job/ended.happened': ['This job has ended already.', '该任务已经结束。'],
  'error.job/ended.next': [
    'There is nothing to pause or resume. It can be tried again from the list.',
    '没有可暂停或继续的内容。可以在列表中重试该任务。',
  ],
  'error.job/not-found.happened': ['This job is no longer in the list.', '该任务已不在列表中。'],
  'error.job/not-found.next': [
    'Start the transcription again from its project.',
    '请从项目中重新开始转写。',
  ],
  'error.host/unsupported.happened': [
    'This is not possible in the browser.',
    '浏览器中无法执行此操作。',
  ],
  'error.host/unsupported.next': [
    'Use upload and download instead, or the desktop program.',
    '请改用上传和下载，或使用桌面程序。',
  ],
  'error.host/unreachable.happened': ['The studio does not answer.', '工作室没有响应。'],
  'error.host/unreachable.next': [
    'Everything up to the last saved change is safe. Start Zimu Studio again and reload this page.',
    '最后保存的修改之前的内容都是安全的。请重新启动 Zimu Studio 并刷新此页面。',
  ],
  'error.host/already-running.happened': [
    'Zimu Studio is already running on this data folder: {path}.',
    'Zimu Studio 已在使用该数据文件夹：{path}。',
  ],
  'error.host/already-running.next': [
    'Use the window that is open ({address}), or choose another folder with ZIMU_HOME.',
    '请使用已打开的窗口（{address}），或用 ZIMU_HOME 选择其他文件夹。',
  ],
} as const satisfies Texts;
