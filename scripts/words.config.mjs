/**
 * Where words for people may not stand: src-renderer/text/ has them all, so that they can be found, compared and translated. Selectors
 * for eslint's `no-restricted-syntax`; `tests/unit/words-in-code.test.ts` proves that each one bites.
 */

const LETTERS = '/\\p{L}/u';
/** Names of keys begin like words. */
const KEYS =
  '(Arrow(Left|Right|Up|Down)?|Page(Up|Down)|Enter|Escape|Backspace|Delete|Home|End|Tab|Shift|Control)$|(Ctrl|Shift)\\+';
/** Reads like words: begins with a capital and a small letter or with NVR, or has one word after the other. */
const WORDS = `/^[“(]?(?!${KEYS})(\\p{Lu}\\p{Ll}|NVR)|\\p{L}[,.:]? \\p{L}/u`;
/** The same between the facts of a template. */
const WORDS_AMONG_FACTS = '/(^|[ “])\\p{L}{2,}([ ”.,:?…]|$)/u';
/** What is shown or read out, by the names that elements and our own components have for it. */
const SHOWN =
  '/^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|about|text|description|errorMessage|keyName)$/';
/** Literals that are no words, whatever they look like. */
const NOT_WORDS = [
  'JSXAttribute[name.name=/^(className|d|viewBox|style|placement)$/] *',
  // For the log.
  'NewExpression[callee.name=/Error$/] *',
  // Selectors of elements, and words of others that are looked for.
  'CallExpression[callee.property.name=/^(querySelector(All)?|closest|matches|startsWith|endsWith|includes)$/] > *',
];
const elsewhere = NOT_WORDS.map((place) => `:not(${place})`).join('');
const CHOICE = ':matches(ConditionalExpression, LogicalExpression)';
const CHOSEN = `Literal:matches(.consequent, .alternate, .right)[value=${LETTERS}]`;
const SHOWING = `:matches(JSXElement, JSXFragment, JSXAttribute[name.name=${SHOWN}]) > JSXExpressionContainer`;

/** @param {string} message @param {readonly string[]} selectors */
const refuse = (message, selectors) => selectors.map((selector) => ({ selector, message }));

/** What `no-restricted-syntax` is given for the page. */
export const WORDS_IN_CODE = [
  ...refuse('Words for people stand in src-renderer/text/en/ (src-renderer/text/README.md).', [
    `JSXText[value=${LETTERS}]`,
    `JSXAttribute[name.name=${SHOWN}] > Literal[value=${LETTERS}]`,
    `${SHOWING} > Literal[value=${LETTERS}]`,
    `${SHOWING} > ${CHOICE} > ${CHOSEN}`,
    `${SHOWING} > ${CHOICE} > ${CHOICE} > ${CHOSEN}`,
    `Literal[value=${WORDS}]${elsewhere}`,
    `TemplateElement[value.raw=${WORDS}]${elsewhere}`,
    `TemplateElement[value.raw=${WORDS_AMONG_FACTS}]${elsewhere}`,
  ]),
  ...refuse('Times, days and numbers are written by src-renderer/text/.', [
    'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
    'NewExpression[callee.object.name="Intl"][callee.property.name!="Collator"]',
  ]),
];
