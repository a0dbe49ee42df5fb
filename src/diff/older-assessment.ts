/** Assessments that were saved before the schema had a field: what nobody wrote down then is not known now. */

/** The value with the fields that later versions added; anything else is left to the schema to judge. */
export function withLaterFields(saved: object): object {
  const { contacts } = saved as { readonly contacts?: unknown };
  return {
    // First, so that what is written wins.
    ...{ travel: null, party: [], checkIn: null },
    ...saved,
    ...(Array.isArray(contacts) ? { contacts: contacts.map(withServes) } : {}),
  };
}

/** Whom a contact is there for tells the trip sheet in which order to call; nothing is compared by it. */
const withServes = (contact: unknown): unknown =>
  typeof contact === 'object' && contact !== null ? { serves: null, ...contact } : contact;
