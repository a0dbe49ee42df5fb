/**
 * The policy that `init` writes: every key with a sentence. What is prose begins with `# `, what is a setting with `#`
 * alone, so that taking that one sign away turns a setting on.
 */

/** `files`: patterns of itineraries that are not called *.trip.yaml. */
export function policyTemplate(files: readonly string[], hasPackage: boolean): string {
  const modeline = hasPackage
    ? '# yaml-language-server: $schema=./node_modules/tajcheck/data/schema/config.schema.json'
    : '# For completion in your editor: tajcheck schema config > config.schema.json, and put this line first:\n# # yaml-language-server: $schema=./config.schema.json';
  const named =
    files.length > 0
      ? `files:\n${files.map((pattern) => `  - ${JSON.stringify(pattern)}`).join('\n')}`
      : '#files: [tours/**/*.yaml]';
  return `${modeline}
#
# What we accept and demand of itineraries. tajcheck reads it for every file below this folder.
# A line that begins with # and no space is a setting that is off: take the # away to turn it on.
tajcheck: 1

# Itineraries, besides those called *.trip.yaml and *.trip.yml.
${named}

# Files to leave out when a folder is checked.
#ignore: [archive/**]

# The check fails on findings of this severity and above: error, warning, info or never.
#failOn: error

# Governments whose advice decides; what others say is still shown. Left out, everybody's counts.
#authorities: [uk-fcdo, de-aa]

# The highest level of advice that is accepted, 1 to 4: above it is an error, up to it a note.
#maxLevel: 3

# The same for single zones; it counts before maxLevel.
#zones: { gbao: { maxLevel: 4 } }

# Severity by rule: error, warning, info or off. What is off is named as not checked. tajcheck explain TJ304.
#severities: { TJ304: info }

# What of the checklist must be done: ids of its lines, required, or all; with a level, only from that level on.
#require: [{ items: [required] }, { level: 3, items: [medevac-insurance, satellite-phone] }]

# Working days wanted on top of the time that a permit or visa takes.
#leadMargins: { default: 5, gbao: 10 }

# Areas of your own, as GeoJSON in this repository.
#ownZones: [zones/no-go.geojson]

# What comments such as "tajcheck-ignore TJ304 until 2027-09-01 -- reason" may silence, and for how many days.
#suppressions: { allowed: true, never: [TJ301], maxDays: 90 }

# Old findings that do not fail: tajcheck check --write-baseline writes the file.
#baseline: tajcheck-baseline.json
`;
}
