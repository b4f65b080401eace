/**
 * What a split ticket and its parts cost together, in minutes and öre. Each part has its own minimum and limit, which its
 * charge holds already, so nothing is rounded anew. The amount is null where one of them has none.
 * Source: DOMAIN, "The charge of one ticket": "each part of a split has its own minimum and limit, and the sum is shown".
 */
export function sumOfParts(
  charges: readonly { readonly chargedMinutes: number; readonly amountOre: number | null }[],
): {
  readonly chargedMinutes: number;
  readonly amountOre: number | null;
} {
  return charges.reduce<{ chargedMinutes: number; amountOre: number | null }>(
    (sum, { chargedMinutes, amountOre }) => ({
      chargedMinutes: sum.chargedMinutes + chargedMinutes,
      amountOre: sum.amountOre === null || amountOre === null ? null : sum.amountOre + amountOre,
    }),
    { chargedMinutes: 0, amountOre: 0 },
  );
}
