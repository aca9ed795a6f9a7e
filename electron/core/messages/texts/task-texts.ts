import type { Texts } from '../texts';

/** Tasks of file transcription, by the id under which the service has them. */
export const taskTexts = {
  'error.engine/task-busy.happened': [
    'Another zimu (process {pid}) is transcribing this recording in the same way: {path}',
    '另一个 zimu（进程 {pid}）正在以相同方式转写这段录音：{path}',
  ],
  'error.engine/task-busy.next': [
    'Wait until it has ended: handed in twice, the recording would be charged twice. Nothing was sent.',
    '请等它结束：重复提交会重复计费。未发送任何内容。',
  ],
  'error.engine/task-running.happened': [
    'The task {taskId} is not finished yet (state: {state}).',
    '任务 {taskId} 尚未完成（状态：{state}）。',
  ],
  'error.engine/task-running.next': [
    'Run the same command again later. The service goes on with it; its result is kept for 72 hours.',
    '请稍后再运行同一命令。服务仍在处理该任务，结果保存 72 小时。',
  ],
  'error.engine/task-unknown.happened': [
    'The service in {region} does not know the task {taskId} ({vendorCode}): the id is wrong, it belongs to another region or account, or its 72 hours are over.',
    '{region} 的服务不认识任务 {taskId}（{vendorCode}）：可能任务 ID 有误，属于其他地域或账号，或已超过 72 小时。',
  ],
  'error.engine/task-unknown.next': [
    'Compare the id with what "zimu transcribe" printed, and try --region {others}. A task that is over 72 hours old is lost: transcribe the recording again, which is charged again.',
    '请与 “zimu transcribe” 输出的任务 ID 核对，或用 --region {others} 再试。超过 72 小时的任务无法找回：请重新转写录音，会再次计费。',
  ],
  'error.engine/task-expired.happened': [
    'The task {taskId} of this recording is over {hours} hours old, and the service has forgotten its result.',
    '这段录音的任务 {taskId} 已超过 {hours} 小时，服务不再保存其结果。',
  ],
  'error.engine/task-expired.next': [
    'The recording is handed in anew, which is charged again.',
    '现将重新提交录音，会再次计费。',
  ],
  'error.engine/charged-twice.happened': [
    'The recording had been sent when the connection failed ({reason}). The service may have taken it, and charge for it, although its answer never came.',
    '录音已发出后连接中断（{reason}）。服务可能已经受理并计费，只是答复未能送达。',
  ],
  'error.engine/charged-twice.next': [
    'It is sent once more, so it may be charged twice; the bill in the console shows it.',
    '现将再次发送，可能会重复计费，可在控制台的账单中核对。',
  ],
  'task.maybeCharged': [
    'The service may have taken the recording, and charge for it, although its answer never came; trying again may be charged once more.',
    '服务可能已经受理并计费，只是答复未能送达；再次尝试可能会重复计费。',
  ],
  'task.submitted': ['task handed in: {taskId}', '已提交任务：{taskId}'],
  'task.goesOn': [
    'going on with the task that was handed in before, at no new cost: {taskId} (--new-task hands in a new one)',
    '继续之前提交的任务，不再计费：{taskId}（如需重新提交，请加 --new-task）',
  ],
  'task.kept': [
    'The task {taskId} goes on at the service. The same command, or "zimu isi result {taskId}", fetches its result within 72 hours.',
    '服务仍在处理任务 {taskId}。72 小时内再次运行同一命令，或运行 “zimu isi result {taskId}”，即可取回结果。',
  ],
  'task.keptOddId': [
    'The task {taskId} goes on at the service. The same command fetches its result within 72 hours.',
    '服务仍在处理任务 {taskId}。72 小时内再次运行同一命令即可取回结果。',
  ],
  'task.uploadKept': [
    'What was uploaded stays in the bucket: the same command goes on from there.',
    '已上传的部分保留在存储空间中：再次运行同一命令会从那里继续。',
  ],
  'task.left': [
    'The task {taskId} is left alone; the service may charge for it nevertheless.',
    '不再使用任务 {taskId}；服务仍可能对其计费。',
  ],
  'reason.task.queueing': [
    'The task {taskId} still waits for its turn at the service (QUEUEING).',
    '任务 {taskId} 仍在服务端排队（QUEUEING）。',
  ],
  'reason.task.running': [
    'The service is still at work on the task {taskId} (RUNNING).',
    '服务仍在处理任务 {taskId}（RUNNING）。',
  ],
  'task.reply': ["the service's reply as it came: {path}", '服务的原始回复：{path}'],
  'task.id': ['Task', '任务 ID'],
  'task.copy': ['Copy the id of the task', '复制任务 ID'],
  'task.copied': ['Copied', '已复制'],
  'task.expired': [
    'The service has forgotten this task (72 hours). Going on hands the recording in anew, which is charged again.',
    '服务已不再保存此任务的结果（超过 72 小时）。继续将重新提交录音，会再次计费。',
  ],
} as const satisfies Texts;
