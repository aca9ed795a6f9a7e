import type { Texts } from '../texts';

/** What is said of replies that the service did not give, and of a task that cannot be asked after. */
export const replyTexts = {
  'reason.reply.login': [
    'The reply of {host} is not the service’s own: a proxy, a filter or a login page of the network refuses the request ({answer}).',
    '{host} 的回复并非来自服务本身：请求被代理、网络过滤或登录页面拦截（{answer}）。',
  ],
  'reason.reply.redirect': [
    'The reply of {host} is not the service’s own: the request is sent on to {target}, as the login page of a network does ({answer}).',
    '{host} 的回复并非来自服务本身：请求被重定向到 {target}，通常是网络的登录页面（{answer}）。',
  ],
  'reason.reply.gateway': [
    'The reply of {host} is not the service’s own: a proxy or gateway on the way answers with an error ({answer}).',
    '{host} 的回复并非来自服务本身：途中的代理或网关返回了错误（{answer}）。',
  ],
  'reason.reply.other-server': [
    'The reply of {host} is not the service’s own: another server or a proxy answers there ({answer}).',
    '{host} 的回复并非来自服务本身：应答的是其他服务器或代理（{answer}）。',
  ],
  'reason.reply.web-page': [
    'The reply of {host} is a web page, not the service’s own reply: a login page of the network or a proxy stands in between ({answer}).',
    '{host} 返回的是网页，而不是服务的回复：中间可能有网络登录页面或代理（{answer}）。',
  ],
  'reason.reply.empty': [
    'The reply of {host} is empty ({answer}).',
    '{host} 的回复为空（{answer}）。',
  ],
  'reason.reply.broken': [
    'The reply of {host} is cut off or damaged ({answer}).',
    '{host} 的回复不完整或已损坏（{answer}）。',
  ],
  'reason.reply.other-content': [
    'The reply of {host} lacks what a reply of the service has ({answer}).',
    '{host} 的回复缺少服务应有的内容（{answer}）。',
  ],
  'reason.reply.next.login': [
    'Open any web page in a browser and sign in to the network or its proxy, or have {host} allowed there; then try again.',
    '请在浏览器中打开任意网页，登录网络或代理，或请管理员放行 {host}，然后重试。',
  ],
  'reason.reply.next.gateway': [
    'Try again a little later. If it stays so, check the proxy, or try another network.',
    '请稍后重试。若一直如此，请检查代理，或换一个网络。',
  ],
  'reason.reply.next.address': [
    'Check the address of the service and the proxy, then try again.',
    '请检查服务地址和代理，然后重试。',
  ],
  'error.engine/task-unanswered.happened': [
    'For {minutes} min no reply about task {taskId} could be had or understood ({why}). The task is kept: it goes on at the service, and the studio asks again.',
    '已有 {minutes} 分钟未能获得或理解任务 {taskId} 的回复（{why}）。任务已保留，仍在服务端处理，字幕工作室会继续查询。',
  ],
  // The card of the job shows the id by itself, and that it is being tried again.
  'error.engine/task-unanswered.happened.window': [
    'no reply that can be understood for {minutes} min ({why}). The task is kept and goes on at the service.',
    '已有 {minutes} 分钟没有收到能够理解的回复（{why}）。任务已保留，仍在服务端处理。',
  ],
  'error.engine/task-unanswered.next': [
    'Check the network, its login page and the proxy. Nothing is submitted or charged again; the result stays at the service for 72 hours.',
    '请检查网络、网络登录页面和代理。不会重新提交，也不会重复计费；结果在服务端保留 72 小时。',
  ],
} as const satisfies Texts;
