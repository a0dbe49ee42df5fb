/** How long a paper takes, as the data have it. */

interface LeadDays {
  readonly usual: number | null;
  readonly worst: number | null;
  readonly working?: boolean;
}

/** `14 days`, `usually 14 days, at worst 21 days`, or `not published`. */
export function sayLead({ usual, worst, working = false }: LeadDays): string {
  const days = (count: number | null): string =>
    count === null ? 'not published' : `${count} ${working ? 'working ' : ''}${count === 1 ? 'day' : 'days'}`;
  // One number, whether or not anybody states a slower case.
  if (usual === worst) return days(usual);
  return `usually ${days(usual)}, at worst ${days(worst)}`;
}
