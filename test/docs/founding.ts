/** The five documents that tajcheck began with, by the record of each as a source. */
export const founding = [
  'us-state-safety',
  'us-embassy-assistance-2022',
  'oc-index-tajikistan',
  'wikipedia-visa-policy',
  'un-cted-2017',
];
