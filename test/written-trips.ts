/** Trips that several test files begin from, as somebody would write them. */

/** By road to Khorog, with the permit that it takes. */
export const toKhorog = `start: 2027-07-03
party: [{ nationality: GB }]
travel: 4x4
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Kalai-Khumb, nights: 1, via: [Tavildara] }
  - { place: Khorog, nights: 2, via: [Rushan] }
permits:
  - { type: gbao, districts: [darvoz, vanj, rushan, shughnan], from: 2027-07-01, to: 2027-07-20 }
`;
