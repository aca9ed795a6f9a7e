import type { Texts } from '../texts';

/** Of recordings that only a project file names [PF5] or that nobody chose yet [PF9], and of texts that come through a pipe. */
export const sourceTexts = {
  'player.onlyNamed': ['Choose the recording', '请选择录音'],
  'player.choose': ['Choose…', '选择录音…'],
  'player.onlyNamedText': [
    'This project came from elsewhere. Choose {name} yourself; the text can be edited without it.',
    '该项目来自别处，请自行选择 {name}。没有录音也可以编辑文字。',
  ],
  'waveform.onlyNamed': [
    'The recording has not been chosen yet. Sentences and words can be edited all the same.',
    '尚未选择录音。句子和词语仍可编辑。',
  ],
  'transcribe.question': [
    'You did not choose {count|this recording|these recordings}: {count|it was|they were} found beside a project file that came from elsewhere.',
    '以下录音不是您选择的，而是与来自别处的项目文件位于同一文件夹：',
  ],
  'transcribe.question.allow': [
    'Send {count|it|them} to Alibaba Cloud ({engine})',
    '允许发送到阿里云（{engine}）',
  ],
  'transcribe.question.stop': [
    'Allow {count|the recording|the recordings} to be sent first.',
    '请先允许发送录音。',
  ],
  'error.media/none.happened': [
    'This project has no recording yet: it was opened from a subtitle file.',
    '该项目还没有录音：它是从字幕文件打开的。',
  ],
  'error.media/none.next': [
    'Choose the recording in the player first. The text is safe.',
    '请先在播放器中选择录音。文字不受影响。',
  ],
  'error.media/not-chosen.happened': [
    'This project came from elsewhere. The recording it names was never opened on this computer and is left alone: {path}',
    '该项目来自别处。其中所写的录音从未在本机上打开过，因此没有读取：{path}',
  ],
  'error.media/not-chosen.next': [
    'Choose the recording yourself, or put it beside the project file and open that again. The text is safe.',
    '请自行选择录音，或把录音放到项目文件旁边后重新打开项目。文字不受影响。',
  ],
  'error.media/not-confirmed.happened': [
    'The project came from elsewhere and chose this recording: {path}. Nothing was sent, because you were not asked yet.',
    '该项目来自别处，录音由项目指定：{path}。由于尚未征得您的同意，没有发送任何内容。',
  ],
  'error.media/not-confirmed.next': [
    'Open “Transcribe”, see that it is the recording you mean, and allow it to be sent.',
    '请打开“转写”，确认录音无误后再允许发送。',
  ],
  'error.text/too-large.happened': [
    'This is more than {most} MB, too much for a text: {path}',
    '内容超过 {most} MB，不像是文本：{path}',
  ],
  'error.text/too-large.next': [
    'Give the text or the saved reply itself. Nothing was changed.',
    '请提供文本或已保存的回复本身。未作任何改动。',
  ],
  'error.text/no-data.happened': [
    'Nothing came for {seconds} s: {path}',
    '{seconds} 秒内没有收到任何内容：{path}',
  ],
  'error.text/no-data.next': [
    'Check the command that should write there, or name a file. Nothing was changed.',
    '请检查负责写入的命令，或改为指定文件。未作任何改动。',
  ],
  'error.text/not-a-source.happened': [
    '{path} is neither a file nor a pipe but a folder or a device.',
    '{path} 既不是文件也不是管道，而是文件夹或设备。',
  ],
  'error.text/not-a-source.next': [
    'Name a file or a pipe, or “-” for standard input.',
    '请指定文件或管道，或用 “-” 表示标准输入。',
  ],
} as const satisfies Texts;
