import type { LanguageOfModels } from '../model-row';

/** Models of Chinese and its dialects (seed, 方言). */
export const chineseModels: readonly LanguageOfModels[] = [
  {
    tag: 'yue',
    language: ['Cantonese', '粤语'],
    models: [
      [16000, 'pidt', '通用-粤语'],
      [8000, 'pidt', '电话客服（通用）'],
      [8000, 'pid', '粤中自由说'],
      [16000, 'p', '东南亚多语言'],
    ],
  },
  {
    tag: 'yue-Hant',
    language: ['Cantonese (Traditional script)', '粤语（繁体）'],
    models: [
      [8000, 'p', '通用-粤语（繁体）'],
      [16000, 'p', '通用-粤语（繁体）'],
    ],
  },
  {
    tag: 'zh',
    language: ['Sichuanese', '四川话'],
    models: [
      [16000, 'pidst', '通用-四川话'],
      [8000, 'pidst', '电话客服（通用）'],
    ],
  },
  {
    tag: 'zh',
    language: ['Hubei dialect', '湖北话'],
    models: [
      [16000, 'pidst', '通用-湖北话'],
      [8000, 'pidst', '通用-湖北话'],
    ],
  },
  { tag: 'zh', language: ['Shanghainese', '上海话'], models: [[16000, 'pids', '通用-上海话']] },
  { tag: 'zh', language: ['Hunan dialect', '湖南话'], models: [[16000, 'pidst', '通用-湖南话']] },
  {
    tag: 'zh',
    language: ['Henan dialect', '河南话'],
    models: [
      [16000, 'pidst', '通用-河南话'],
      [8000, 'pidst', '通用-河南话'],
    ],
  },
  { tag: 'zh', language: ['Zhejiang dialect', '浙江话'], models: [[16000, 'pids', '通用-浙江话']] },
  {
    tag: 'zh',
    language: ['Northeastern Mandarin', '东北话'],
    models: [[16000, 'pidst', '通用-东北话']],
  },
  {
    tag: 'zh',
    language: ['Shandong dialect', '山东话'],
    models: [[16000, 'pidst', '通用-山东话']],
  },
  { tag: 'zh', language: ['Tianjin dialect', '天津话'], models: [[16000, 'pidst', '通用-天津话']] },
  { tag: 'zh', language: ['Shaanxi dialect', '陕西话'], models: [[16000, 'pidst', '通用-陕西话']] },
  { tag: 'zh', language: ['Shanxi dialect', '山西话'], models: [[16000, 'pidst', '通用-山西话']] },
  { tag: 'zh', language: ['Guizhou dialect', '贵州话'], models: [[16000, 'pidst', '通用-贵州话']] },
  { tag: 'zh', language: ['Yunnan dialect', '云南话'], models: [[16000, 'pidst', '通用-云南话']] },
  { tag: 'zh', language: ['Gansu dialect', '甘肃话'], models: [[16000, 'pidst', '通用-甘肃话']] },
  { tag: 'zh', language: ['Suzhou dialect', '苏州话'], models: [[16000, 'pids', '通用-苏州话']] },
  {
    tag: 'nan',
    language: ['Hokkien (Minnan)', '闽南语'],
    models: [[16000, 'pids', '通用-闽南语']],
  },
  { tag: 'zh', language: ['Jiangxi dialect', '江西话'], models: [[16000, 'pidst', '通用-江西话']] },
  { tag: 'zh', language: ['Ningxia dialect', '宁夏话'], models: [[16000, 'pidst', '通用-宁夏话']] },
  {
    tag: 'zh',
    language: ['Guangxi dialect', '广西话'],
    models: [
      [16000, 'pidst', '通用-广西话'],
      [8000, 'pidst', '通用-广西话'],
    ],
  },
  {
    tag: 'zh-CN',
    language: ['Mandarin Chinese', '中文普通话'],
    models: [
      [
        16000,
        'pidst',
        '识音石 V1 - 端到端模型',
        '教育内容分析',
        '医疗内容分析',
        '新闻媒体内容分析',
        '娱乐视频内容分析',
        '音视频离线转写（升级版）',
        '新零售领域识别模型',
        '出行领域识别模型',
        '汽车领域',
      ],
      [16000, 'pids', '中英自由说'],
      [8000, 'pidst', '识音石 V1 - 端到端模型'],
      [16000, 'p', '东南亚多语言'],
    ],
  },
];
