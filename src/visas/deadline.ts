/** The days to apply by, as findings tell them. */
interface Deadline {
  readonly applyBy: string | null;
  readonly applyByWorst: string | null;
}

export function deadlineArgs({ applyBy, applyByWorst }: Deadline, asOf: string) {
  const isPast = (day: string | null): boolean => day !== null && day < asOf;
  return { applyBy, worst: applyByWorst, late: isPast(applyBy), worstLate: isPast(applyByWorst) };
}
