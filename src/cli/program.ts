/** The command tree. Each command's code is loaded when it is called. */
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { whyNotAsk } from './dialogue/need-terminal.ts';
import { exitCodes } from './exit.ts';
import { addGateCommands } from './program-gate.ts';
import { addPeopleCommands } from './program-people.ts';
import { asOf, collect, colour, config, noConfig, zones } from './shared-options.ts';

/** Of two answers to one question neither is taken. */
const once =
  (flag: string) =>
  (value: string, before: string | undefined): string => {
    if (before !== undefined) throw new UsageError(`${flag} is given twice.`, `Ask for ${before} or ${value}.`);
    return value;
  };

const whatIfHelp = `
What if: the trip is judged a second time with the change, and only what differs is shown; the file is not touched.
--fail-on judges the changed trip. It is printed as pretty or json; other formats are refused.
--format json prints { schema: "tajcheck-changes-v1", asked, before, after,
added, removed, changed }: "before" and "after" sum the two trips up; each of the other three has the lists verdicts,
findings, permits, visas, passages, registration, stops, legs, nights, checklist, calendar, contacts and notChecked,
with items as in an assessment; those of "changed" are pairs of before and after.
  tajcheck plan trip.yaml --depart 2027-05-20 --by bicycle
  tajcheck plan trip.yaml --nationality party-2=NZ --format json
  tajcheck plan trip.yaml --without-permit gbao          (the file comes first)
  tajcheck plan trip.yaml --district -vanj --district +ishkashim
`;

/** What the command line got wrong, as it was written there: the only breaks are those before a suggestion and at the end. */
const harmless = (text: string): string =>
  text
    .split(/\n(?=\(Did you mean |$)/)
    .map(escapeForTerminal)
    .join('\n');

/** Every command; `done` is told the exit code of the one that ran. */
export function buildProgram(done: (exitCode: number) => void): Command {
  const program = new Command('tajcheck')
    .description('Checks a trip to Tajikistan: advisories, permits and hazards along the way, offline, with sources.')
    .version(
      `${__VERSION__} (data ${__DATA_VERSION__})`,
      '-V, --version',
      'print the version of the program and of its data',
    )
    .helpOption('-h, --help', 'print help')
    .addHelpText(
      'after',
      `
Examples:
  tajcheck                                   on a terminal: plan a trip by question and answer
  tajcheck plan trip.yaml                    the briefing for one trip
  tajcheck plan trip.yaml --open             the trip page, with its map, in the browser
  tajcheck plan trip.yaml --format json      the same for a program
  tajcheck check tours/                      the gate for a repository of itineraries
  tajcheck where Khorog                      what applies at a place
  tajcheck where 37.49,71.55                 … or at a latitude and longitude
  tajcheck route Dushanbe Khorog             the way by road, with its zones
  tajcheck visa DE                           on what terms a passport is let in
  tajcheck explain gbao                      a permit, zone, rule or authority
  tajcheck places wakhan                     find the name of a place

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.`,
    )
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(harmless(text.replace(/^error: /, 'tajcheck: '))) })
    .exitOverride();

  program
    .command('plan')
    .argument('<file>', 'itinerary in YAML; - reads standard input')
    .description('the briefing for one trip')
    .addOption(
      new Option(
        '--format <format>',
        'pretty, compact, json, html, markdown, sheet, ics, geojson, kml or gpx; html=FILE writes a file (repeatable)',
      )
        .argParser(collect)
        .default([], 'pretty'),
    )
    .option('--open', 'write the trip page to a temporary file and open it in the browser')
    .addOption(
      new Option('--require <id>', 'what of the checklist must be done: an id, required, or all (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--fail-on <severity>', 'exit 1 on findings of error, warning or info', 'never')
    .addOption(config())
    .addOption(noConfig())
    .option(
      '--depart <date>',
      'what if: the first day is another; dates of the stops move, papers do not',
      once('--depart'),
    )
    .addOption(
      new Option('--nationality <country>', 'what if: on another passport, NZ, or party-2=NZ for one line (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .option(
      '--by <vehicle>',
      'what if: 4x4, car, bus, motorbike, bicycle, foot or air; flights in the file stay',
      once('--by'),
    )
    .addOption(
      new Option('--without-permit [type]', 'what if: without this permit, or without any (repeatable)')
        .argParser(collect)
        .preset('all')
        .default([], 'none'),
    )
    .addOption(
      new Option('--district <change>', 'what if: +ishkashim on the permit, -vanj off it, gbao:+vanj (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(asOf())
    .addOption(zones())
    .option('-v, --verbose', 'leave nothing out')
    .addOption(colour())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck plan examples/pamir-highway.yaml --as-of 2027-05-01\n  tajcheck plan trip.yaml --format html=trip.html        the trip page, for the phone or a memory stick\n  tajcheck plan trip.yaml --format ics=trip.ics          every day of the papers, for your calendar\n  tajcheck plan trip.yaml --format markdown=list.md      the checklist, with boxes to tick\n  tajcheck plan trip.yaml --require required --fail-on error\n' +
        whatIfHelp,
    )
    .action(async (file, options) => {
      done(await (await import('./plan.ts')).plan(file, options));
    });

  addPeopleCommands(program, done);
  addGateCommands(program, done);

  program
    .command('where')
    .argument('<place>', 'a place, LAT,LON, or - for a stream of lon,lat lines')
    .description('what applies at a place or point')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json', 'ndjson'] as const))
    .addOption(zones())
    .addOption(colour())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck where Ishkashim\n  tajcheck where 37.03,72.66\n  tajcheck where - --format ndjson < points.txt   one lon,lat per line in, one object per line out\n',
    )
    .action(async (place, options) => {
      done(await (await import('./where.ts')).where(place, options));
    });

  program
    .command('route')
    .argument('<from>', 'a place, or LAT,LON')
    .argument('<to>', 'a place, or LAT,LON')
    .description('the way by road between two places, with the zones on it')
    .addOption(
      new Option('--via <place>', 'a place on the way (repeatable, in travelling order)')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--by <vehicle>', '4x4, car, bus, motorbike, bicycle or foot', '4x4')
    .option('--on <date>', 'the day of travel (YYYY-MM-DD), for roads that close in winter')
    .addOption(
      new Option('--format <format>', 'pretty, json, geojson or gpx; gpx=FILE writes a file (repeatable)')
        .argParser(collect)
        .default([], 'pretty'),
    )
    .addOption(zones())
    .addOption(colour())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck route Dushanbe Khorog\n  tajcheck route Dushanbe Khorog --via Kulob --on 2027-01-15\n  tajcheck route Khorog Murghab --by bicycle --format gpx=way.gpx\n',
    )
    .action(async (from, to, options) => {
      done(await (await import('./route.ts')).route(from, to, options));
    });

  program
    .command('visa')
    .argument('<country>', 'the nationality of the passport: a two-letter code or an English name')
    .description('on what terms a passport is let in, with visas, fees, lead times and registration')
    .option('--age <years>', 'age of the traveller: some need no visa from 55 on')
    .option('--passport <kind>', 'ordinary, diplomatic, service or public-affairs', 'ordinary')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json'] as const).default('pretty'))
    .addOption(asOf())
    .addOption(colour())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck visa DE\n  tajcheck visa Vietnam --age 60\n  tajcheck visa India --passport diplomatic\n',
    )
    .action(async (country, options) => {
      done((await import('./visa.ts')).visa(country, options));
    });

  program
    .command('explain')
    .argument('<id>', 'TJ###, or the id of a zone, permit, visa, border post, authority or mitigation')
    .description('what a rule, zone, permit, visa, border post, authority or mitigation is, and on what it rests')
    .addOption(colour())
    .addHelpText('after', '\nExamples:\n  tajcheck explain TJ402\n  tajcheck explain af-border-ca\n')
    .action(async (id, options) => {
      done((await import('./explain.ts')).explain(id, options));
    });

  const listing = (name: string, description: string) =>
    program
      .command(name)
      .argument('[text]', 'only those that mention it')
      .description(description)
      .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json'] as const).default('pretty'))
      .addOption(colour());

  listing('places', 'the places that tajcheck knows').action(async (text, options) => {
    done((await import('./list.ts')).listPlaces(text, options));
  });
  listing('zones', 'the zones that tajcheck knows, how each is drawn and how sure that is').action(
    async (text, options) => {
      done((await import('./list.ts')).listZones(text, options));
    },
  );
  listing('sources', 'the sources of everything, with their dates').action(async (text, options) => {
    done((await import('./list.ts')).listSources(text, options));
  });

  program
    .command('schema')
    .addArgument(
      program
        .createArgument('<name>', 'which')
        .choices(['itinerary', 'config', 'zones', 'assessment', 'check', 'diff'] as const),
    )
    .description(
      'the JSON Schema of the itinerary file, of the policy, of zones of your own, or of what plan, check or diff print as JSON',
    )
    .action(async (name) => {
      done((await import('./schema.ts')).printSchema(name));
    });
  return program;
}

/** Runs one command line, `process.argv` in full, and gives its exit code. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = buildProgram((code) => {
    exitCode = code;
  });
  if (argv.length <= 2 || (argv.length === 3 && argv[2] === '--no-input')) {
    // Who calls it bare on a terminal has no file yet. Anybody else gets the help.
    if (whyNotAsk(argv.length <= 2) === null) return runCommand([...argv, 'new']);
    program.outputHelp({ error: true });
    return exitCodes.notRun;
  }
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return explainFailure(error, argv[2]);
  }
}

/** An option whose value may be left out takes the file for it. */
const hintOnMissing = (command: string): string =>
  command === 'plan'
    ? 'The file comes first: tajcheck plan trip.yaml --without-permit'
    : `See tajcheck ${command} --help.`;

/** Known failures are told plainly; unknown ones are ours to mend, and say so. */
function explainFailure(error: unknown, command: string): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.clean;
    if (error.code === 'commander.missingArgument')
      process.stderr.write(`${escapeForTerminal(hintOnMissing(command))}\n`);
    return exitCodes.notRun;
  }
  const say = (...lines: string[]): void => {
    process.stderr.write(lines.map((line) => `${escapeForTerminal(line)}\n`).join(''));
  };
  // By name, not by class: each lazily loaded file has its own copy of the class.
  if (error instanceof Error && (error.name === 'UsageError' || error.name === 'DataError')) {
    const [first, ...others] = 'lines' in error ? (error.lines as readonly string[]) : error.message.split('\n');
    say(`tajcheck: ${first}`, ...others);
    if ('hint' in error && typeof error.hint === 'string') say(error.hint);
  } else {
    say(
      'tajcheck: This should not have happened. Please report it.',
      `${error instanceof Error ? error.message : error}`,
    );
    if (process.env.TAJCHECK_DEBUG) say(...String((error as Error).stack).split('\n'));
  }
  return exitCodes.notRun;
}
