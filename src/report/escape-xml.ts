/**
 * Text as XML character data or an attribute's value; what XML 1.0 cannot hold becomes U+FFFD. What a terminal or a log
 * would act on stands as a reference: controls, marks of direction, and the second sign of `::` and `##`.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(acted, (character) => `&#${character.codePointAt(0)};`);
}

const acted =
  /[&<>"'\r\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<=:[\u200c\u200d]*):|(?<=#[\u200c\u200d]*)#/gu;
