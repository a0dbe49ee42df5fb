/** Itineraries as other people write them. */
export const oddFiles: Readonly<Record<string, string>> = {
  'a line for each key': `# Our trip
start: 2027-07-03 # a Saturday
stops: # in order

  # First the capital
  - place: Dushanbe # two nights
    # to get the permit
    nights: 2

  # Then up
  - place: Khorog
    via:
      - Rushan # the old road
      - Vanj
    nights: 1
    # no bed without a call
  - Murghab

# What we hold
permits:
- type: gbao
  districts:
  - murghab
  - rushan # later
  from: 2027-07-01
`,
  'brackets on lines of their own': `title: 'It''s ours'
stops: [
  # the first
  { place: Dushanbe, nights: 2 }, # capital
  Khorog,
  # the last
  { place: "Murghab",
    nights: 1 } # high
]
mitigations: [
  medevac-insurance,   # ours
  satellite-phone
]
party: [{nationality: "NO"}, {nationality: GB,age: 3}]
`,
  'one line of brackets': '{ title: Ours, stops: [Dushanbe, { place: Khorog, nights: 1 }], travel: 4x4 }',
  JSON: '{\n  "tajcheck": 1,\n  "stops": [\n    "Dushanbe",\n    { "place": "Khorog", "nights": 2 }\n  ],\n  "party": [{ "nationality": "NO" }]\n}\n',
  'anchors and aliases': `stops:
  - &start { place: Dushanbe, nights: 2 }
  - { place: Khorog, via: &way [Rushan], nights: 1 }
  - { place: Murghab, via: *way }
  - *start
mitigations: &done [satellite-phone]
equipment: *done
`,
  'Windows lines':
    '# Ours\r\nstart: 2027-07-03\r\nstops:\r\n  - Dushanbe # here\r\n\r\n  # up\r\n  - { place: Khorog, nights: 1 }\r\nexit: Osh\r\n',
  'no end of the last line': 'stops:\n- Dushanbe\n- Khorog # the end',
  'empty keys, keys of another version, keys twice': `tajcheck: 1
title:
start: ~
weather: { of: [the, week] } # not ours
stops:
  - { place: Dushanbe, mood: good }
  - place: Khorog
    nights:
    rooms: 2
permits:
travel: car
travel: 4x4
`,
  'text in blocks': `title: >-
  Up and
  over
stops:
  - place: |
      Dushanbe
    nights: 1
  - Khorog
entry: Dushanbe airport
mitigations: []
`,
  'blank lines that count': `stops:
  - place: |+
      Dushanbe

  # next
  - Khorog
  - ? place
    : Murghab
  - !!map { place: Osh, ? nights : 2 }

title: "Up
  and over"
`,
  'nothing but comments': '# to be written\n\n# one day\n',
  'nothing but a stop': 'stops: [Dushanbe]',
};
