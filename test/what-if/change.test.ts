import { describe, expect, test } from 'vitest';
import { readChange, type WrittenChange } from '../../src/cli/read-change.ts';
import { UsageError } from '../../src/errors.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { changeItinerary } from '../../src/what-if/change-itinerary.ts';
import { knowledge } from '../trip.ts';

const trip = `start: 2027-07-03
party:
  - { nationality: GB, also: [NZ], passport: { kind: diplomatic, expires: 2030-01-01, blankPages: 4 } }
  - { nationality: FR }
travel: 4x4
entry: { place: Karamyk, by: car }
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Khorog, nights: 2, by: air }
  - { place: Ishkashim, nights: 1, by: bus, date: 2027-07-06 }
permits:
  - { type: GBAO, districts: [Shughnan, Рушан], from: 2027-07-01, to: 2027-07-20 }
  - { type: khatlon-border }
`;

function change(written: WrittenChange, text = trip) {
  const { itinerary, findings } = parseItinerary(text);
  return changeItinerary(itinerary!, readChange(written)!, findings, knowledge().permits);
}

function refusal(written: WrittenChange, text = trip): string {
  try {
    change(written, text);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('was not refused');
}

const as = (written: WrittenChange, text = trip) => change(written, text);
const districtsOf = ({ permits }: ReturnType<typeof as>) => permits.map(({ districts }) => districts);

test('nothing asked is no change', () => {
  expect(readChange({ nationality: [], withoutPermit: [], district: [] })).toBeNull();
  expect(readChange({})).toBeNull();
});

describe('--depart', () => {
  test('moves the start and pinned dates, and no paper', () => {
    const moved = as({ depart: '2027-05-20' });
    expect(moved.start).toBe('2027-05-20');
    expect(moved.stops.map(({ date }) => date)).toEqual([null, null, '2027-05-23']);
    expect(moved.permits[0]).toMatchObject({ from: '2027-07-01', to: '2027-07-20' });
    expect(moved.stops[2].spans.date.line).toBe(10);
  });

  test('without a start counts from the first pinned date; without any date it is the start', () => {
    const pinned = as({ depart: '2027-07-10' }, trip.replace(/^start.*\n/, ''));
    expect(pinned.start).toBe('2027-07-10');
    expect(pinned.stops[2].date).toBe('2027-07-13');
    expect(as({ depart: '2027-07-10' }, 'stops: [Dushanbe, Khorog]').start).toBe('2027-07-10');
  });

  test('refuses days that do not exist, and nights that cannot be counted', () => {
    expect(refusal({ depart: '2027-02-29' })).toContain('not a day of the calendar');
    expect(refusal({ depart: 'May' })).toContain('2027-05-20');
    expect(refusal({ depart: '3027-05-20' })).toContain('too far away');
    const doubtful = 'stops:\n  - { place: Dushanbe, nights: two }\n  - Khorog\n';
    expect(refusal({ depart: '2027-05-20' }, doubtful)).toContain('line 2');
    expect(as({ depart: '2027-05-20' }, 'start: 2027-06-31\nstops: [Dushanbe]').start).toBe('2027-05-20');
  });
});

describe('--by', () => {
  test('changes the trip and its stops; flights stay flights', () => {
    const ridden = as({ by: 'bicycle' });
    expect(ridden.travel).toBe('bicycle');
    expect(ridden.stops.map(({ by }) => by)).toEqual([null, 'air', 'bicycle']);
    expect(ridden.entry?.by).toBe('bicycle');
  });

  test('by air flies between all stops, and enters the country as written', () => {
    const flown = as({ by: 'air' });
    expect(flown.stops.map(({ by }) => by)).toEqual([null, 'air', 'air']);
    expect(flown.entry?.by).toBe('car');
    expect(as({ by: '4x4' }, trip.replace('by: car', 'by: air')).entry?.by).toBe('air');
  });

  test('refuses an unknown vehicle', () => {
    expect(refusal({ by: 'bicicle' })).toContain('Did you mean bicycle?');
    expect(refusal({ by: 'camel' })).toContain('4x4, car, bus');
  });
});

describe('--nationality', () => {
  test('is for everybody, or for one line', () => {
    expect(as({ nationality: ['nz'] }).party.map(({ nationality }) => nationality)).toEqual(['NZ', 'NZ']);
    expect(as({ nationality: ['party-2=nz'] }).party.map(({ nationality }) => nationality)).toEqual(['GB', 'NZ']);
    const nations = (...nationality: string[]) => as({ nationality }).party.map((traveller) => traveller.nationality);
    expect(nations('NZ', 'party-2=DE')).toEqual(['NZ', 'DE']);
    expect(nations('party-2=DE', 'NZ')).toEqual(['NZ', 'DE']);
  });

  test('takes what names a country anywhere', () => {
    const nation = (written: string) => as({ nationality: [written] }).party[0].nationality;
    expect(['UK', 'Turkey', 'Bosnia & Herzegovina', 'party-1=new zealand'].map(nation)).toEqual([
      'GB',
      'TR',
      'BA',
      'NZ',
    ]);
  });

  test('refuses two answers to one question', () => {
    expect(refusal({ nationality: ['NZ', 'TR'] })).toContain('both NZ and TR for everybody');
    expect(refusal({ nationality: ['party-1=NZ', 'party-1=TR'] })).toContain('both NZ and TR for party-1');
    expect(as({ nationality: ['NZ', 'new zealand'] }).party[1].nationality).toBe('NZ');
  });

  test('is another passport: what is known of the first does not hold for it', () => {
    const [traveller] = as({ nationality: ['NZ'] }).party;
    expect(traveller.passport).toEqual({ kind: 'ordinary', expires: null, blankPages: null });
    expect(traveller.also).toEqual(['GB']);
    expect(as({ nationality: ['GB'] }).party[0].passport.expires).toBe('2030-01-01');
  });

  test('refuses unknown countries and lines', () => {
    expect(refusal({ nationality: ['party-1=Germny'] })).toContain('Did you mean Germany (DE)?');
    expect(refusal({ nationality: ['QQ'] })).toContain('two-letter code');
    expect(refusal({ nationality: ['party-3=NZ'] })).toContain('party-1 to party-2');
    expect(refusal({ nationality: ['me=NZ'] })).toContain('party-2=NZ');
    expect(refusal({ nationality: ['party-1='] })).toContain('nothing');
    expect(refusal({ nationality: ['NZ'] }, 'stops: [Dushanbe]')).toContain('lists no party');
  });
});

describe('--without-permit', () => {
  test('takes one kind away, or all', () => {
    expect(as({ withoutPermit: ['gbao'] }).permits.map(({ type }) => type)).toEqual(['khatlon-border']);
    expect(as({ withoutPermit: ['all'] }).permits).toEqual([]);
    expect(as({ withoutPermit: ['gbao', 'Khatlon-Border'] }).permits).toEqual([]);
  });

  test('refuses what the file does not list', () => {
    expect(refusal({ withoutPermit: ['gbo'] })).toContain('Did you mean GBAO?');
    expect(refusal({ withoutPermit: ['zorkul'] })).toContain('It lists GBAO, khatlon-border.');
    expect(refusal({ withoutPermit: ['all'] }, 'stops: [Dushanbe]')).toContain('lists no permit');
  });
});

describe('--district', () => {
  test('adds and takes away, in any spelling', () => {
    expect(districtsOf(as({ district: ['+ishkashim'] }))).toEqual([['Shughnan', 'Рушан', 'ishkashim'], null]);
    expect(districtsOf(as({ district: ['-rushan', 'GBAO:+Ishkoshim'] }))).toEqual([['Shughnan', 'ishkashim'], null]);
    const unsaid = trip.replace('districts: [Shughnan, Рушан], ', '');
    expect(districtsOf(as({ district: ['+vanj'] }, unsaid))).toEqual([['vanj'], null]);
  });

  test('refuses what would do nothing, or the same district twice', () => {
    expect(refusal({ district: ['-murghab'] })).toContain(
      'Murghab is not on the gbao permit. It lists Shughnan, Рушан.',
    );
    expect(refusal({ district: ['+rushon'] })).toContain('Rushan is on the gbao permit already.');
    expect(refusal({ district: ['+vanj', 'gbao:-Vanch'] })).toContain('Vanj is named twice');
    expect(refusal({ district: ['+vanj', '+vanj'] })).toContain('Vanj is named twice');
  });

  test('counts every paper of the permit', () => {
    const two = `${trip}  - { type: gbao, districts: [vanj], from: 2027-07-01, to: 2027-07-20 }\n`;
    expect(districtsOf(as({ district: ['-vanj'] }, two))[2]).toEqual([]);
    expect(districtsOf(as({ district: ['+vanj'] }, two))[0]).toEqual(['Shughnan', 'Рушан', 'vanj']);
  });

  test('refuses what cannot be done', () => {
    expect(refusal({ district: ['+ishkashin'] })).toContain('Did you mean ishkashim?');
    expect(refusal({ district: ['+paris'] })).toContain('Its districts are');
    expect(refusal({ district: ['ishkashim'] })).toContain('+ishkashim');
    expect(refusal({ district: ['+vanj'], withoutPermit: ['gbao'] })).toContain('no permit that has districts');
    expect(refusal({ district: ['+vanj'] }, 'stops: [Dushanbe]')).toContain('no permit that has districts');
    expect(refusal({ district: ['sarez:+vanj'] })).toContain('It lists gbao.');
    const unsaid = trip.replace('districts: [Shughnan, Рушан], ', '');
    expect(refusal({ district: ['-vanj'] }, unsaid)).toContain('lists no districts');
  });

  test('asks which permit is meant where several have districts', () => {
    const { itinerary, findings } = parseItinerary(trip);
    const [gbao, second] = ['gbao', 'khatlon-border'].map((id) => {
      const districts = knowledge().permits.find((permit) => permit.id === 'gbao')!.districts;
      return { ...knowledge().permits.find((permit) => permit.id === id)!, districts };
    });
    const ask = (district: string) =>
      changeItinerary(itinerary!, readChange({ district: [district] })!, findings, [gbao, second]);
    expect(() => ask('+vanj')).toThrow('several permits');
    expect(ask('khatlon-border:+vanj').permits[1].districts).toEqual(['vanj']);
  });
});
