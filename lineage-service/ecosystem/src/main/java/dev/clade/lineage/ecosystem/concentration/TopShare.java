package dev.clade.lineage.ecosystem.concentration;

/**
 * What the largest few of some values have of all together.
 *
 * @param portion which part of the values, above 0 and at most 1, such as 0.01 for the top percent
 * @param count how many values these are: k = ⌈portion · n⌉
 * @param share the sum of the k largest over the sum of all, 0 to 1; 0 when there is nothing to
 *     share
 */
public record TopShare(double portion, int count, double share) {
  /**
   * Returns what the largest of some values have, in O(n).
   *
   * @param ranked the values, largest last
   * @throws IllegalArgumentException when the portion is not above 0 and at most 1
   */
  public static TopShare of(long[] ranked, double portion) {
    if (!(portion > 0 && portion <= 1)) {
      throw new IllegalArgumentException("portion %s is not in (0, 1]".formatted(portion));
    }
    // The product may be a rounding above the whole number that it stands for, as 0.07 · 100 is.
    double product = portion * ranked.length;
    double nearest = Math.rint(product);
    boolean whole = Math.abs(product - nearest) <= Math.ulp(product);
    int count = (int) (whole ? nearest : Math.ceil(product));
    double top = 0;
    double total = 0;
    for (int i = 0; i < ranked.length; i++) {
      total += ranked[i];
      top += i >= ranked.length - count ? ranked[i] : 0;
    }
    return new TopShare(portion, count, total == 0 ? 0 : top / total);
  }
}
