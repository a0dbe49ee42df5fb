/** What a draft says is read back for the next question, also before there is a stop and where the file has faults. */
import { describe, expect, it } from 'vitest';
import { newDraft, openDraft, textOf } from '../../src/dialogue/draft.ts';
import { setCheckIn } from '../../src/dialogue/edits/check-in.ts';
import { setGate } from '../../src/dialogue/edits/gates.ts';
import { setMitigations } from '../../src/dialogue/edits/lists.ts';
import { addPermit, addVisa } from '../../src/dialogue/edits/papers.ts';
import { addTraveller, changeTraveller } from '../../src/dialogue/edits/party.ts';
import { addStop } from '../../src/dialogue/edits/stops.ts';
import { setStart, setTitle, setTravel } from '../../src/dialogue/edits/trip.ts';
import { answersOf } from '../../src/dialogue/read-answers.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { assessText, rulesIn } from '../trip.ts';

describe('the answers so far', () => {
  it('are nothing in a new file, and that is no fault', () => {
    const answers = answersOf(newDraft());
    expect(answers).toMatchObject({
      title: null,
      start: null,
      party: [],
      stops: [],
      permits: [],
      mitigations: [],
      faults: [],
    });
  });

  it('are there before the first stop', () => {
    const draft = setGate(setStart(addTraveller(newDraft(), { nationality: 'NO', age: 30 }), '2027-07-03'), 'entry', {
      place: 'Dushanbe airport',
      by: 'air',
      beyond: 'Istanbul',
    });
    const { party, start, entry, faults } = answersOf(draft);
    expect(party.map(({ nationality, age }) => [nationality, age])).toEqual([['NO', 30]]);
    expect(start).toBe('2027-07-03');
    expect(entry).toMatchObject({ place: 'Dushanbe airport', by: 'air', beyond: 'Istanbul' });
    expect(faults).toEqual([]);
  });

  it('are those that the itinerary is read to have, and the file that is saved has no fault', async () => {
    let draft = setTravel(setTitle(newDraft(), 'No: 1e3 “miles” #1'), 'motorbike');
    draft = addTraveller(draft, {
      nationality: 'NO',
      passport: { expires: '2030-01-01' },
      count: 2,
      also: ['GB'],
      name: 'Ann',
    });
    draft = changeTraveller(draft, 0, { passport: { blankPages: 3 } });
    draft = addStop(setStart(draft, '2027-07-03'), { place: 'Khorog', nights: 2 });
    draft = addStop(draft, {
      place: 'A camp, by the lake',
      at: { lat: 37.72, lon: 72.94 },
      nights: 1,
      via: ['Jelondy'],
    });
    draft = addPermit(draft, {
      type: 'gbao',
      districts: ['shughnan', 'murghab'],
      from: '2027-07-01',
      to: '2027-08-01',
    });
    draft = addVisa(draft, { nationality: 'NO', type: 'e-visa', applied: '2027-05-01' });
    draft = setCheckIn(setMitigations(draft, ['satellite-phone']), {
      at: '20:00',
      phone: '+47 22 00 00 00',
      lateHours: 12,
    });
    const { itinerary, findings } = parseItinerary(textOf(draft));
    expect(findings).toEqual([]);
    const { faults, equipment, mitigations, ...answers } = answersOf(draft);
    const { spans: _, equipment: __, mitigations: ids, ...read } = itinerary!;
    expect(answers).toEqual(read);
    expect([faults, equipment, mitigations]).toEqual([[], [], ids.map(({ id }) => id)]);
    expect(answers.party[0].passport).toEqual({ kind: 'ordinary', expires: '2030-01-01', blankPages: 3 });
    expect(rulesIn(await assessText(textOf(draft))).filter((rule) => /^TJ1/.test(rule))).toEqual([]);
  });

  it('keep the place of an entry that cannot be read, and say what is wrong', () => {
    const text = 'stops: [Khorog]\nstart: soon\npermits:\n  - { type: gbao, from: 2027-13-01 }\n  - { type: sarez }\n';
    const opened = openDraft(text);
    if ('faults' in opened) throw new Error('refused');
    const { permits, start, faults } = answersOf(opened.draft);
    expect(permits.map((permit) => permit?.type ?? null)).toEqual([null, 'sarez']);
    expect(start).toBe(null);
    expect(faults.map(({ rule }) => rule)).toEqual(['TJ102', 'TJ105']);
  });
});
