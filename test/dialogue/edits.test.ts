/** Whatever is answered, the text says exactly that, and nothing else in it changes. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Draft, newDraft, openDraft, textOf } from '../../src/dialogue/draft.ts';
import { setGate } from '../../src/dialogue/edits/gates.ts';
import { setMitigations } from '../../src/dialogue/edits/lists.ts';
import { changePermit } from '../../src/dialogue/edits/papers.ts';
import { addTraveller, changeTraveller } from '../../src/dialogue/edits/party.ts';
import { addStop, changeStop, insertStop, moveStop, removeStop, stopCount } from '../../src/dialogue/edits/stops.ts';
import { setStart, setTitle, setTravel } from '../../src/dialogue/edits/trip.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { anyEdit, anyText, tellPlain } from './any-edit.ts';
import { oddFiles } from './odd-files.ts';

const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(`examples/${name}`, 'utf8')] as const);
const files = [...examples, ...Object.entries(oddFiles)];

function open(text: string): Draft {
  const opened = openDraft(text);
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults));
  return opened.draft;
}

const read = (text: string) => tellPlain(parse(text, { uniqueKeys: false }));

/** Lines of `before` that are not in `after`, each counted, and the other way round. */
function changed(before: string, after: string): { gone: string[]; come: string[] } {
  const left = after.split('\n');
  const gone = before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return { gone, come: left };
}

describe('any answers', () => {
  it('are what a new file says, and nobody finds a key in it that is not known', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 10 }), (edits) => {
        let draft = newDraft();
        let told = {};
        for (const { run, tell } of edits) {
          draft = run(draft);
          told = tell(told);
        }
        expect(read(textOf(draft))).toEqual(told);
        const rules = parseItinerary(textOf(draft)).findings.map(({ rule }) => rule);
        expect(rules.filter((rule) => /^TJ10[134]$/.test(rule))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(files)('are what “%s” says then', (_, text) => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 4 }), (edits) => {
        const draft = edits.reduce((one, { run }) => run(one), open(text));
        expect(read(textOf(draft))).toEqual(edits.reduce((told, { tell }) => tell(told), read(text)));
      }),
      { numRuns: 12 },
    );
  });

  // Where blank lines are part of a value, moving it changes what it says: that list is written anew.
  const movable = files.filter(([name]) => name !== 'blank lines that count');
  it.each(movable)('that take nothing away leave every comment of “%s”', (_, text) => {
    const adds = anyEdit.filter(
      ({ name }) => /^(add|insert|move|start|travel|title)/.test(name) && !name.endsWith(' null'),
    );
    fc.assert(
      fc.property(fc.array(adds, { maxLength: 4 }), (edits) => {
        const after = textOf(edits.reduce((one, { run }) => run(one), open(text)));
        for (const comment of text.match(/(?<=^|\s)#[^\r\n]*/gm) ?? []) expect(after).toContain(comment);
      }),
      { numRuns: 10 },
    );
  });

  it.each(files)('that come back to what “%s” said give its text again, letter by letter', (_, text) => {
    const draft = open(text);
    fc.assert(
      fc.property(anyText, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (name, from, to) => {
        const last = stopCount(draft) - 1;
        const [here, there] = [Math.min(from, last), Math.min(to, last)];
        if (last >= 0) expect(textOf(moveStop(moveStop(draft, here, there), there, here))).toBe(text);
        const added = Math.min(from, last + 1);
        expect(textOf(removeStop(insertStop(draft, added, { place: name }), added))).toBe(text);
      }),
      { numRuns: 10 },
    );
  });
});

describe('one answer in a file that somebody has written', () => {
  const one: [string, (draft: Draft) => Draft][] = [
    ['title', (draft) => setTitle(draft, 'Another name: ours')],
    ['start', (draft) => setStart(draft, '2028-01-02')],
    ['travel', (draft) => setTravel(draft, 'foot')],
    ['nights', (draft) => changeStop(draft, 1, { nights: 7 })],
    ['age', (draft) => changeTraveller(draft, 0, { age: 99 })],
    ['from', (draft) => setGate(draft, 'entry', { beyond: 'No, thank you' })],
    ['to', (draft) => changePermit(draft, 0, { to: '2028-12-31' })],
    ['via', (draft) => changeStop(draft, 1, { via: ['Some place', 'No'] })],
  ];

  it.each(examples)('changes no more than its own line of %s', (_, text) => {
    const said = parse(text);
    for (const [key, edit] of one) {
      if (said.permits === undefined && key === 'to') continue;
      const after = textOf(edit(open(text)));
      const { gone, come } = changed(text, after);
      expect(come.length, key).toBe(1);
      expect(come[0], key).toContain(key);
      // The line that was there, or none where the key is new.
      expect(gone.length, key).toBeLessThanOrEqual(1);
      const comment = /\s+#.*$/.exec(gone[0] ?? '')?.[0] ?? '';
      expect(come[0].endsWith(comment), key).toBe(true);
    }
  });

  it('leaves the comments of others when a stop goes, and takes its own', () => {
    const text = oddFiles['a line for each key'];
    const { gone, come } = changed(text, textOf(removeStop(open(text), 1)));
    expect(come).toEqual([]);
    expect(gone).toEqual([
      '  # Then up',
      '  - place: Khorog',
      '    via:',
      '      - Rushan # the old road',
      '      - Vanj',
      '    nights: 1',
      '    # no bed without a call',
      '',
    ]);
  });

  it('moves a stop with its comments, in dashes and in brackets', () => {
    const dashes = textOf(moveStop(open(oddFiles['a line for each key']), 1, 0));
    expect(dashes).toContain('  # Then up\n  - place: Khorog\n    via:\n      - Rushan # the old road\n');
    expect(dashes.indexOf('Khorog')).toBeLessThan(dashes.indexOf('Dushanbe'));
    const brackets = textOf(moveStop(open(oddFiles['brackets on lines of their own']), 2, 0));
    expect(brackets).toContain(
      'stops: [\n  # the last\n  { place: "Murghab",\n    nights: 1 }, # high\n  # the first\n  { place: Dushanbe, nights: 2 }, # capital\n  Khorog,\n]',
    );
  });

  it('leaves the comments of a list where a word comes between, and where one goes', () => {
    const text = oddFiles['a line for each key'];
    const between = textOf(changePermit(open(text), 0, { districts: ['murghab', 'vanj', 'rushan'] }));
    expect(changed(text, between)).toEqual({ gone: [], come: ['  - vanj'] });
    expect(between).toContain('  - vanj\n  - rushan # later\n');
    const less = textOf(changePermit(open(text), 0, { districts: ['rushan'] }));
    expect(changed(text, less)).toEqual({ gone: ['  - murghab'], come: [] });
  });

  it('writes a stop as those beside it are written', () => {
    const stop = { place: 'Osh', nights: 1 };
    expect(textOf(addStop(open('stops:\n- Khorog\n- place: Murghab\n  nights: 2\n'), stop))).toBe(
      'stops:\n- Khorog\n- place: Murghab\n  nights: 2\n- place: Osh\n  nights: 1\n',
    );
    expect(textOf(addStop(open('stops: [Khorog]'), stop))).toBe('stops: [Khorog, { place: Osh, nights: 1 }]');
    expect(textOf(insertStop(open(oddFiles['Windows lines']), 1, stop))).toContain(
      '  - Dushanbe # here\r\n  - { place: Osh, nights: 1 }\r\n\r\n  # up\r\n',
    );
  });

  it('keeps the quotes of the value before, and what has an alias', () => {
    expect(textOf(setTitle(open("title: 'Ours' # ha\nstops: [Khorog]\n"), "It's"))).toBe(
      "title: 'It''s' # ha\nstops: [Khorog]\n",
    );
    const text = oddFiles['anchors and aliases'];
    expect(changed(text, textOf(setMitigations(open(text), ['satellite-phone', 'helmet'])))).toEqual({
      gone: ['mitigations: &done [satellite-phone]', 'equipment: *done'],
      come: ['mitigations: &done [satellite-phone, helmet]', 'equipment: [satellite-phone]'],
    });
    expect(textOf(changeStop(open(text), 0, { nights: 3 }))).toContain('  - { place: Dushanbe, nights: 2 }\n');
  });

  it('writes a key of the file at its place, and explains it in a file that explains', () => {
    expect(textOf(setStart(open('title: Ours\n\nstops:\n  - Khorog\n'), '2027-07-03'))).toBe(
      'title: Ours\nstart: 2027-07-03\n\nstops:\n  - Khorog\n',
    );
    const guided = addStop(setStart(newDraft(null), '2027-07-03'), { place: 'Khorog' });
    const lines = textOf(addTraveller(guided, { nationality: 'NO' })).split('\n');
    expect(lines.slice(lines.indexOf('start: 2027-07-03'))).toEqual([
      'start: 2027-07-03',
      '',
      expect.stringMatching(/^# Who travels/),
      'party:',
      '  - { nationality: "NO" }',
      '',
      expect.stringMatching(/^# The stops in order/),
      expect.stringMatching(/^# /),
      'stops:',
      '  - { place: Khorog }',
      '',
    ]);
  });
});

describe('a file that is opened', () => {
  const faultsOf = (text: string): string[] => {
    const opened = openDraft(text);
    return 'faults' in opened ? opened.faults.map(({ rule }) => rule) : [];
  };

  it('is refused with what is wrong where it is no YAML, no group of keys, or of another version', () => {
    expect(faultsOf('stops: [Khorog')).toEqual(['TJ101']);
    expect(faultsOf('- Khorog\n- Osh\n')).toEqual(['TJ102']);
    expect(faultsOf('tajcheck: 2\nstops: [Khorog]\n')).toEqual(['TJ102']);
    expect(faultsOf('stops: &a [Khorog, *a]\n')).not.toEqual([]);
    const bomb = Array.from({ length: 8 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(at ? 9 : 0)}x]`);
    expect(faultsOf(bomb.join('\n'))).not.toEqual([]);
  });

  it('keeps what is not understood in it', () => {
    const text = oddFiles['empty keys, keys of another version, keys twice'];
    const after = textOf(changeStop(setStart(open(text), '2027-07-03'), 1, { nights: 1 }));
    expect(changed(text, after)).toEqual({
      gone: ['start: ~', '    nights:'],
      come: ['start: 2027-07-03', '    nights: 1'],
    });
    expect(parse(textOf(setTravel(open(text), 'bus'))).travel).toBe('bus');
  });
});
