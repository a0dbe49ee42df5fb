/** Sums of money, in the words of every report. */

interface Sum {
  readonly min: number;
  readonly max: number;
  readonly currency: string;
}

/** `20 USD`, or `20 to 100 TJS` where sources or cases differ. */
export const sayMoney = ({ min, max, currency }: Sum): string =>
  `${min === max ? min : `${min} to ${max}`} ${currency}`;

export interface Fee extends Sum {
  /** `person`, `person and day`, … */
  readonly per: string;
}

/** `20 USD per person`. */
export const sayFee = (fee: Fee): string => `${sayMoney(fee)} per ${fee.per}`;
