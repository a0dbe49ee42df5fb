/** The commands for repositories of itineraries. */
import { type Command, Option } from 'commander';
import { asOf, collect, colour, config, noConfig, zones } from './shared-options.ts';

/** `done` is told the exit code of the one that ran. */
export function addGateCommands(program: Command, done: (exitCode: number) => void): void {
  program
    .command('check')
    .argument('[inputs...]', 'itineraries, globs or folders; - reads standard input')
    .description('the gate for many itineraries: findings by line, and whether they pass')
    .addOption(
      new Option(
        '--format <format>',
        'compact, pretty, json, sarif, junit, github, gitlab or markdown; sarif=FILE writes a file (repeatable)',
      )
        .argParser(collect)
        .default([], 'compact'),
    )
    .option('--fail-on <severity>', 'exit 1 on findings of error, warning or info, or never')
    .option('--min-severity <severity>', 'show findings of error, warning or info and above; else those that fail')
    .addOption(config())
    .addOption(noConfig())
    .option('--print-config', 'print the policy that holds for the first input, and check nothing')
    .option(
      '--baseline <file>',
      'this baseline, instead of the tajcheck-baseline.json beside the policy or at the root',
    )
    .option('--no-baseline', 'no baseline')
    .option('--write-baseline', 'take all findings that fail now for known')
    .option('--prune-baseline', 'take out of the baseline what is no longer found')
    .option('--no-suppressions', 'read no comment that silences a finding')
    .option('--show-suppressed', 'show silenced findings too')
    .addOption(
      new Option('--require <id>', 'what of the checklist must be done: an id, required, or all (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(zones())
    .addOption(asOf())
    .option('--stdin-name <file>', 'the name, and the place, of what standard input holds')
    .option('--allow-empty', 'inputs without an itinerary are no fault')
    .option('--jobs <number>', 'threads; else as many as pay')
    .addOption(colour())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck check                     every *.trip.yaml below this folder\n  tajcheck check tours/ --format sarif=tajcheck.sarif --format compact\n  tajcheck check --format github --as-of 2027-01-15\n  tajcheck check --write-baseline    adopt an old repository\n',
    )
    .action(async (inputs, options) => {
      done(await (await import('./check.ts')).check(inputs, options));
    });

  program
    .command('diff')
    .argument('<old>', 'the itinerary before: a file, or its assessment as plan --format json printed it')
    .argument('[new]', 'the itinerary after; left out with --git or --data')
    .description('what got worse and what got better between two versions of a trip')
    .option('--git <ref>', 'the version before is that of this commit, branch or tag')
    .option('--data <folder>', 'the version before is judged on the knowledge of this other installation of tajcheck')
    .addOption(
      new Option('--format <format>', 'pretty, json or markdown; markdown=FILE writes a file (repeatable)')
        .argParser(collect)
        .default([], 'pretty'),
    )
    .option('--fail-on <severity>', 'exit 1 when a finding of this severity or above is new or raised', 'never')
    .addOption(config())
    .addOption(noConfig())
    .addOption(zones())
    .addOption(asOf())
    .option('-v, --verbose', 'leave nothing out')
    .addOption(colour())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck diff trip.yaml trip-2.yaml\n  tajcheck diff --git main tours/wakhan.trip.yaml --format markdown\n  tajcheck diff approved.json tours/wakhan.trip.yaml      what changed since it was approved\n  tajcheck diff --data old/node_modules/tajcheck tours/wakhan.trip.yaml\n' +
        '\nWorse: a new error or warning; severity, level or sureness raised; a paper that lacks, or must be applied for\nearlier; more kilometres inside areas advised against. What comes to be unknown is worse too, and while something\ncannot be seen that could be before, nothing that is gone counts as better. Both versions are judged by the policy\nof the new file. A file that was not there at <ref> is a new trip.\n',
    )
    .action(async (before, after, options) => {
      done(await (await import('./diff.ts')).diff(before, after, options));
    });

  program
    .command('init')
    .argument('[folder]', 'where', '.')
    .description('write a commented policy and a workflow for a repository of itineraries')
    .addOption(
      new Option('--ci <service>', 'the workflow').choices(['github', 'gitlab', 'none'] as const).default('github'),
    )
    .option('--dry-run', 'only say what would be written')
    .action(async (folder, options) => {
      done((await import('./init.ts')).init(folder, options));
    });

  program
    .command('completion')
    .addArgument(program.createArgument('<shell>', 'which').choices(['bash', 'zsh', 'fish'] as const))
    .description('a script that completes commands, options and values in your shell')
    .addHelpText(
      'after',
      '\nExamples:\n  source <(tajcheck completion bash)\n  tajcheck completion fish > ~/.config/fish/completions/tajcheck.fish\n',
    )
    .action(async (shell) => {
      done((await import('./completion.ts')).printCompletion(program, shell));
    });
}
