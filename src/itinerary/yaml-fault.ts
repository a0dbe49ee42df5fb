/** The YAML parser's fault codes in plain words. */

const words: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'an alias (*name) can have no tag or anchor of its own',
  BAD_ALIAS: 'this alias (*name) stands for nothing; put text that begins with * in quotes',
  BAD_COLLECTION_TYPE: 'a tag (!name) does not fit what follows it',
  BAD_DIRECTIVE: 'a line that begins with % is not a known directive',
  BAD_DQ_ESCAPE: 'a backslash sequence between double quotes is not known; write \\\\ for a backslash',
  BAD_INDENT: 'the indentation does not fit the lines above, or a bracket is still open',
  BAD_PROP_ORDER: 'tags and anchors stand in the wrong place',
  BAD_SCALAR_START: 'text cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons on one line; put text with a colon in quotes',
  BLOCK_IN_FLOW: 'a list with dashes or text with | cannot stand inside brackets',
  IMPOSSIBLE: 'this cannot be understood',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a closing quote or bracket, a comma, or the space after a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; is a colon or a quote missing?',
  MULTIPLE_ANCHORS: 'there is more than one anchor (&name) here',
  MULTIPLE_DOCS: 'the file holds more than one document; keep one trip per file, without --- lines',
  MULTIPLE_TAGS: 'there is more than one tag (!name) here',
  NON_STRING_KEY: 'a key must be plain text',
  TAB_AS_INDENT: 'a tab stands where only spaces may; indent with spaces',
  TAG_RESOLVE_FAILED: 'this tag (!name) is not known; put text that begins with ! in quotes',
  UNEXPECTED_TOKEN: 'this was not expected here; look for an open quote or bracket, or a missing dash',
};

export function yamlFaultWords(code: string): string {
  return words[code] ?? 'this cannot be understood';
}
