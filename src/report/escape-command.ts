/** Text in a workflow command of GitHub, `::error file=…::message`: nothing in it can end or begin a command. */

/** What follows the second `::`. */
export function escapeCommandData(text: string): string {
  return text.replace(/[%\r\n]/g, percent);
}

/** The value of a property between the two `::`. */
export function escapeCommandProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, percent);
}

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
