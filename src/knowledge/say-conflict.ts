/** Where sources differ, in words. */
export const sayConflict = ({ about, says }: { readonly about: string; readonly says: string }): string =>
  `Sources disagree on ${about}: ${says}`;
