/** Options that several commands have. */
import { Option } from 'commander';

export const collect = (value: string, before: string[]): string[] => [...before, value];

export const colour = () =>
  new Option('--color <when>', 'colour the output').choices(['auto', 'always', 'never'] as const);
export const zones = () =>
  new Option('--zones <file>', 'GeoJSON file with zones of your own (repeatable)')
    .argParser(collect)
    .default([], 'none');
export const asOf = () => new Option('--as-of <date>', 'take this day as today (YYYY-MM-DD)');

export const config = () =>
  new Option('--config <file>', 'this policy, instead of the tajcheck.config.yaml found from the file up');
export const noConfig = () => new Option('--no-config', 'no policy');
