/** What a stop brings is told at once, with who says so, and not again where it was told before. */
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { type Consequence, stopConsequences } from '../../src/dialogue/consequences.ts';
import { type Draft, newDraft, openDraft, textOf } from '../../src/dialogue/draft.ts';
import { addPermit } from '../../src/dialogue/edits/papers.ts';
import { addTraveller } from '../../src/dialogue/edits/party.ts';
import { addStop, changeStop, insertStop, type StopAnswer } from '../../src/dialogue/edits/stops.ts';
import { setStart, setTravel } from '../../src/dialogue/edits/trip.ts';
import { assessText, knowledge } from '../trip.ts';

type Stop = StopAnswer & { readonly place: string };

function begun(start: string | null = '2027-07-03', nationality = 'US'): Draft {
  const draft = setTravel(addTraveller(newDraft(), { nationality }), '4x4');
  return start === null ? draft : setStart(draft, start);
}

const judge = (draft: Draft): Promise<Assessment> => assessText(textOf(draft));

/** What the last of some stops brings. */
async function brought(stops: readonly Stop[], draft = begun()): Promise<readonly Consequence[]> {
  const before = stops.slice(0, -1).reduce(addStop, draft);
  const after = await judge(addStop(before, stops[stops.length - 1]));
  const known = stops.length > 1 ? await judge(before) : null;
  return stopConsequences(known, after, `stop-${stops.length}`, knowledge());
}

const of = (all: readonly Consequence[], kind: Consequence['kind']): string[] =>
  all.filter((own) => own.kind === kind).map(({ text }) => text);
const tonesOf = (all: readonly Consequence[], kind: Consequence['kind']): string[] =>
  all.filter((own) => own.kind === kind).map(({ tone }) => tone);

const dushanbe = { place: 'Dushanbe', nights: 1 };
const kalaiKhumb = { place: 'Kalai-Khumb', nights: 1, via: ['Tavildara'] };
const khorog = { place: 'Khorog', nights: 2, via: ['Rushan'] };
const ishkashim = { place: 'Ishkashim', nights: 1 };

describe('what a stop brings', () => {
  it('is, for the first, what the travellers’ own government says, and no way', async () => {
    const all = await brought([dushanbe]);
    expect(of(all, 'advice')[0]).toBe(
      'Level 2 of 4 at the highest, in Dushanbe. US, your government: Level 2: Exercise Increased Caution.',
    );
    expect(of(all, 'advice')[1]).toMatch(/^Besides: 2 of 4 from .*Canada.*; no level from .*UK/);
    expect(of(all, 'way')).toEqual([]);
  });

  it('is the highest level with everybody who gives it in their words, and one’s own government beside it', async () => {
    const [highest, others] = of(await brought([dushanbe, kalaiKhumb]), 'advice');
    expect(highest).toMatch(/^Level 4 of 4 at the highest, on the way and in Kalai-Khumb\. /);
    expect(highest).toContain('Canada: Avoid all travel.');
    expect(highest).toContain('Australia: Do not travel.');
    expect(others).toMatch(/^US, your government: Reconsider travel \(3 of 4\)\. /);
    expect(others).toContain('no level from UK');
    expect(tonesOf(await brought([dushanbe, kalaiKhumb]), 'advice')).toEqual(['stop', 'note']);
  });

  it('is the areas that are new, the mines on the way, and the permit with its district and last day', async () => {
    const all = await brought([dushanbe, kalaiKhumb]);
    expect(of(all, 'area').join(' ')).toMatch(
      /New on the way: Afghan border area .* from km \d+ near Khaburabot pass\./,
    );
    expect(of(all, 'area').join(' ')).toContain('Gorno-Badakhshan Autonomous Oblast (GBAO)');
    expect(of(all, 'danger')[0]).toMatch(/^Mines reported on \d+ km\.$/);
    expect(of(all, 'paper')[0]).toMatch(
      /^GBAO permit: needed\. It must list Darvoz\. Apply by \d+ Jun 2027; safer by /,
    );
    expect(of(all, 'way')[0]).toMatch(/^Sun 4 Jul, Dushanbe to Kalai-Khumb: 280 km by road, .* \(Khaburabot pass\)\.$/);
  });

  it('is only the district that is new, and advice in short, where the rest was told before', async () => {
    const all = await brought([dushanbe, kalaiKhumb, khorog, ishkashim]);
    expect(of(all, 'paper')).toEqual(['GBAO permit: needed. It must list Ishkashim too.']);
    expect(of(all, 'area')).toEqual([]);
    expect(of(all, 'advice')).toEqual([
      expect.stringMatching(
        /^Advice as before on this trip: level 4 of 4 at the highest, on the way and in Ishkashim \(.*Canada.*\)\.$/,
      ),
    ]);
    expect(of(all, 'danger')).toEqual(['Mines reported all the way.']);
    expect(of(all, 'night')).toEqual(['You sleep at 2,535 m, 446 m higher than the night before.']);
  });

  it('is a visa that is needed, once', async () => {
    const british = begun('2027-07-03', 'GB');
    expect(of(await brought([dushanbe], british), 'paper')[0]).toMatch(
      /^The passport of the United Kingdom .* needs an e-visa/,
    );
    expect(of(await brought([dushanbe, kalaiKhumb], british), 'paper').join(' ')).not.toContain('passport');
  });

  it('is the district that a permit in hand does not list, and else that one has it', async () => {
    const held = addPermit(begun(), {
      type: 'gbao',
      districts: ['darvoz', 'vanj', 'rushan', 'shughnan'],
      from: '2027-07-01',
      to: '2027-08-10',
    });
    expect(of(await brought([dushanbe, kalaiKhumb], held), 'paper')).toEqual(['GBAO permit: you have it (Darvoz).']);
    const all = await brought([dushanbe, kalaiKhumb, khorog, ishkashim], held);
    expect(of(all, 'paper')).toEqual(['GBAO permit: yours does not list Ishkashim, which the trip enters.']);
    expect(tonesOf(all, 'paper')).toEqual(['stop']);
  });

  it('is that it is too late for the permit', async () => {
    const all = await brought([dushanbe, kalaiKhumb], begun('2026-11-24'));
    expect(of(all, 'paper')[0]).toMatch(/already past/);
    expect(tonesOf(all, 'paper')[0]).toBe('stop');
  });

  it('is a road that is shut that month, and one of which nobody says', async () => {
    const winter = await brought([dushanbe, kalaiKhumb], begun('2027-01-10'));
    expect(of(winter, 'road')[0]).toMatch(/are shut on 2027-01-11: .* The way was checked along an open road\.$/);
    expect(tonesOf(winter, 'road')[0]).toBe('mind');
    const over = await brought([dushanbe, { ...kalaiKhumb, via: ['Khaburabot pass'] }], begun('2027-01-10'));
    expect(of(over, 'road')[0]).toContain('are shut on 2027-01-11');
    expect(tonesOf(over, 'road')[0]).toBe('stop');
    const summer = await brought([khorog, { place: 'Alichur', nights: 1 }, { place: 'Murghab', nights: 1 }]);
    expect(of(summer, 'road').join(' ')).toContain('No source says in which months');
  });

  it('is a night too high above the one before, and where one may sleep instead', async () => {
    const all = await brought([khorog, { place: 'Murghab', nights: 1 }]);
    expect(of(all, 'night')[0]).toMatch(/1,518 m/);
    expect(tonesOf(all, 'night')[0]).not.toBe('note');
  });

  it('is a long way without fuel, and a long day by bicycle', async () => {
    expect(of(await brought([dushanbe, kalaiKhumb]), 'road').join(' ')).toContain(
      'without a place where fuel is known',
    );
    const cyclist = setTravel(begun(), 'bicycle');
    expect(of(await brought([khorog, { place: 'Murghab', nights: 1 }], cyclist), 'road').join(' ')).toContain(
      'is a day on such roads',
    );
  });

  it('is the border post, and how far it can be counted on', async () => {
    const out = await brought([
      { place: 'Karakul', nights: 1 },
      { place: 'Osh', nights: 1 },
    ]);
    expect(of(out, 'post').join(' ')).toContain('Kyzyl-Art');
    const doubtful = await brought([
      { place: 'Jirgatol', nights: 1 },
      { place: 'Karamyk' },
      { place: 'Daroot-Korgon', nights: 1 },
    ]);
    const posts = await brought([
      { place: 'Jirgatol', nights: 1 },
      { place: 'Daroot-Korgon', nights: 1 },
    ]);
    expect([...of(doubtful, 'post'), ...of(posts, 'post')].join(' ')).toContain('Karamyk');
    expect(tonesOf(posts, 'post')).not.toContain('note');
  });

  it('never sounds calm about what is not known', async () => {
    const unknown = await brought([khorog, { place: 'Khorugg', nights: 1 }]);
    expect(of(unknown, 'place')).toEqual(['“Khorugg” is not a place that tajcheck knows. Did you mean Khorog?']);
    expect(of(unknown, 'way')[0]).toContain('the way is not known, and nothing on it was checked');
    expect(of(unknown, 'advice')).toEqual(['What governments say of it was not checked.']);
    expect(of(unknown, 'night')).toEqual(['How high Khorugg lies is not known.']);
    const camp = await brought([khorog, { place: 'Camp', at: { lat: 38.6, lon: 72.6 }, nights: 1 }]);
    expect(of(camp, 'way')[0]).toMatch(/a guess/);
    expect(tonesOf(camp, 'way')).toEqual(['mind']);
  });

  it('is told anew for a stop put in between, and for one that was changed', async () => {
    const trip = [dushanbe, khorog].reduce(addStop, begun());
    const before = await judge(trip);
    const between = insertStop(trip, 1, kalaiKhumb);
    const after = stopConsequences(before, await judge(between), 'stop-2', knowledge());
    expect(of(after, 'way')[0]).toContain('Dushanbe to Kalai-Khumb');
    const moved = changeStop(between, 1, { place: 'Kulob', via: [] });
    const changed = stopConsequences(await judge(between), await judge(moved), 'stop-2', knowledge());
    expect(of(changed, 'way')[0]).toContain('Dushanbe to Kulob');
    expect(stopConsequences(before, before, 'stop-9', knowledge())).toEqual([]);
  });

  it('is three to eight lines that can be read aloud, on every stop of a long trip', async () => {
    const opened = openDraft(textOf([dushanbe, kalaiKhumb, khorog, ishkashim].reduce(addStop, begun())));
    if ('faults' in opened) throw new Error('refused');
    const further = ['Langar (Wakhan)', 'Murghab', 'Karakul', 'Osh'].map((place) => ({ place, nights: 1 }));
    let { draft } = opened;
    for (const stop of further) {
      const before = await judge(draft);
      draft = addStop(draft, stop);
      const number = `stop-${further.indexOf(stop) + 5}`;
      const all = stopConsequences(before, await judge(draft), number, knowledge());
      expect(all.length).toBeGreaterThanOrEqual(3);
      expect(all.length).toBeLessThanOrEqual(8);
      expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
      for (const { text } of all) {
        expect(text).toMatch(/^[\p{Lu}“\d].*[.?]$/u);
        expect(text).not.toMatch(/[±→≥≤*_|#[\]{}]|undefined|null|NaN|TJ\d/);
        expect(text.length).toBeLessThan(330);
      }
    }
  });
});
