/** The commands for people who do not write YAML. */
import { type Command, Option } from 'commander';
import { asOf, collect, colour, config, noConfig, zones } from './shared-options.ts';

/** Never a question, also on a terminal. */
const noInput = () => new Option('--no-input', 'ask nothing');

/** `done` is told the exit code of the one that ran. */
export function addPeopleCommands(program: Command, done: (exitCode: number) => void): void {
  program
    .command('new')
    .argument('[file]', 'where to save the itinerary; asked for at the end where it is left out')
    .description('plan a trip by question and answer, and save it as an itinerary')
    .addOption(config())
    .addOption(noConfig())
    .addOption(zones())
    .addOption(noInput())
    .addOption(asOf())
    .addOption(colour())
    .addHelpText(
      'after',
      '\nEvery answer can be corrected. Ctrl-C leaves at once, and keeps what was entered in a file, for tajcheck edit.\n\nExamples:\n  tajcheck new\n  tajcheck new pamir.trip.yaml\n',
    )
    .action(async (file, options) => {
      done(await (await import('./new.ts')).newTrip(file, options));
    });

  program
    .command('edit')
    .argument('<file>', 'itinerary in YAML')
    .description('change an itinerary by question and answer; its comments and its order stay')
    .addOption(config())
    .addOption(noConfig())
    .addOption(zones())
    .addOption(noInput())
    .addOption(asOf())
    .addOption(colour())
    .addHelpText(
      'after',
      '\nCtrl-C leaves at once: the file stays as it was, and what was changed is kept in another.\n\nExamples:\n  tajcheck edit pamir.trip.yaml\n',
    )
    .action(async (file, options) => {
      done(await (await import('./new.ts')).editTrip(file, options));
    });

  program
    .command('import')
    .argument('<file>', 'GPX, KML or GeoJSON with waypoints, or a CSV of stops; - reads standard input')
    .description('make an itinerary of waypoints or a table of stops')
    .option('-o, --output <file>', 'where to write the itinerary; else it is printed')
    .addOption(
      new Option('--type <type>', 'what the file is, where its name does not say').choices([
        'gpx',
        'kml',
        'csv',
        'geojson',
      ] as const),
    )
    .addOption(noInput())
    .addOption(colour())
    .addHelpText(
      'after',
      '\nPlaces that are not certain are asked about on a terminal, and else marked CHECK in the itinerary.\nColumns of a CSV: place, nights, arrival, departure, lat, lon, via, by, notes; many other names for them are known.\nA file that is there is never written over.\n\nExit codes: 0 all is certain, 1 something is marked CHECK, 2 could not run.\n\nExamples:\n  tajcheck import stops.csv -o trip.yaml\n  tajcheck import places.gpx > trip.yaml\n  tajcheck import - --type kml --no-input < map.kml > trip.yaml\n',
    )
    .action(async (file, options) => {
      done(await (await import('./import.ts')).importTrip(file, options));
    });

  program
    .command('map')
    .argument('<file>', 'itinerary in YAML; - reads standard input')
    .description('the map of a trip as a picture')
    .addOption(
      new Option('--format <format>', 'svg or png; png=FILE writes a file (repeatable)')
        .argParser(collect)
        .default([], 'svg'),
    )
    .option('--width <pixels>', 'width of the picture', '1200')
    .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark'] as const).default('light'))
    .addOption(config())
    .addOption(noConfig())
    .addOption(asOf())
    .addOption(zones())
    .addHelpText(
      'after',
      '\nExamples:\n  tajcheck map trip.yaml > trip.svg\n  tajcheck map trip.yaml --format png=trip.png --width 2000\n',
    )
    .action(async (file, options) => {
      done(await (await import('./map.ts')).map(file, options));
    });
}
