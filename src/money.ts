/** Sums of money, in the words of every report. */

interface Sum {
  readonly min: number;
  readonly max: number;
  readonly currency: string;
}

/** `20 USD`, or `20 to 100 TJS` where sources or cases differ. */
export const sayMoney = ({ min, max, currency }: Sum): string =>
  `${min === max ? min : `${min} to ${max}`} ${currency}`;

/** `20 USD per person`. */
export const sayFee = (fee: Sum & { readonly per: string }): string => `${sayMoney(fee)} per ${fee.per}`;
