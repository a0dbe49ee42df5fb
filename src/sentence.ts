/** The first letter and the full stop of a sentence. */

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `Text.` with one full stop, whatever the text ended with. */
export const sentence = (text: string): string => (/[.!?\u2026]$/.test(text) ? text : `${text}.`);
