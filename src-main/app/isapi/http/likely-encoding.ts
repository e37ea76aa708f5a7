const HIGH_RUN = /[\x80-\xFF]+/g;
/** GB 2312: two bytes a sign, both of them high. */
const PAIRS = /^(?:[\xA1-\xF7][\xA1-\xFE])+$/;
/** Two signs side by side are no Latin word. */
const CLEAR_RUN_BYTES = 4;

/**
 * What bytes are that claim to be UTF-8 and are not, or claim nothing: UTF-8 with a cut sign in it, Chinese, or Western European. A guess,
 * for names that would be replacement signs otherwise.
 */
export function likelyEncoding(body: Buffer): 'utf-8' | 'gbk' | 'windows-1252' {
  const lossy = new TextDecoder('utf-8').decode(body);
  const wrong = lossy.match(/\uFFFD/g)?.length ?? 0;
  const right = lossy.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (right > wrong) return 'utf-8';
  const text = body.toString('latin1');
  const runs = [...text.matchAll(HIGH_RUN)];
  const isPaired = runs.every(([run]) => PAIRS.test(run));
  const isClear = runs.some(([run]) => run.length >= CLEAR_RUN_BYTES);
  const isBesideLetter = runs.some(([run], index) => {
    const at = runs[index]?.index ?? 0;
    return /[a-z]/i.test(`${text.charAt(at - 1)}${text.charAt(at + run.length)}`);
  });
  return isPaired && (isClear || !isBesideLetter) ? 'gbk' : 'windows-1252';
}
