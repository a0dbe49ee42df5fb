/** The words about comments that silence findings. */
import type { Finding } from '../finding.ts';
import type { CommentFault } from './read-comment.ts';

export function formatSuppressionFinding({ rule, args }: Finding): string | null {
  const list = (key: string): readonly string[] => args[key] as readonly string[];
  switch (rule) {
    case 'TJ113': {
      const words = list('words');
      const said = list('codes').map((code, at) => faultWords[code as CommentFault['code']](words[at]));
      return `This comment silences nothing: ${said.join('; ')}.`;
    }
    case 'TJ114': {
      const where = args.everywhere ? 'in this file' : 'here';
      const what = args.all ? 'This comment is not needed' : 'Part of this comment is not needed';
      return `${what}: ${either(list('rules'))} finds nothing ${where}, or it is silenced already.`;
    }
    case 'TJ115':
      return `This comment silenced ${both(list('rules'))} until ${args.until}, and today is ${args.asOf}: what it silenced counts again.`;
    default:
      return null;
  }
}

const faultWords: Readonly<Record<CommentFault['code'], (word: string) => string>> = {
  word: (word) => `write \`tajcheck-ignore\` or \`tajcheck-ignore-file\`, not \`${word}\``,
  'no-rule': () => 'it names no rule, such as TJ301',
  'not-a-rule': (word) => {
    const [written, meant] = word.split(' ');
    return `\`${written}\` is no rule${meant ? ` (did you mean ${meant}?)` : ''}`;
  },
  locked: (word) => `${word} cannot be silenced: what is not understood was not checked`,
  never: (word) => `the policy lets no comment silence ${word}`,
  'no-until': () => 'it has no last day; write `until 2027-09-01` after the rules',
  'no-date': () => 'no day stands after `until`; write one such as 2027-09-01',
  'not-a-date': (word) => `\`${word}\` is no date such as 2027-09-01`,
  'no-such-day': (word) => `${word} is a day that does not exist`,
  'far-year': (word) => `the year of ${word} must be from 1900 to 2199`,
  'after-date': (word) => `\`${word}\` stands between the date and \`--\``,
  'too-far': (word) => `the policy allows no day after ${word}`,
  'no-reason': () => 'it gives no reason; write ` -- ` and why after the date',
  'long-reason': (most) => `its reason is longer than ${most} characters`,
  'after-text': () => 'it must begin with `tajcheck-ignore`, or stand after a # of its own',
  forbidden: () => 'the policy allows no such comments',
  'nothing-follows': () => 'nothing follows that it could speak of',
  'too-many': (most) =>
    `there are more than ${most} such comments in the file; this one and those after it were not read`,
};

const both = (rules: readonly string[]): string => join(rules, 'and');
const either = (rules: readonly string[]): string => join(rules, 'or');

const join = (rules: readonly string[], word: string): string =>
  rules.length < 2 ? rules.join() : `${rules.slice(0, -1).join(', ')} ${word} ${rules[rules.length - 1]}`;
