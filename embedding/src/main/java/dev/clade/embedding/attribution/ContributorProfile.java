package dev.clade.embedding.attribution;

import dev.clade.embedding.vector.VectorTable;

/**
 * What an owner's repositories are like: the mean of their vectors, each halved for every year of
 * age, as a unit vector. Made of vectors without the identity view, else the owner explains itself.
 */
public final class ContributorProfile {
  private static final double HALF_LIFE_SECONDS = 365.25 * 86_400;

  private ContributorProfile() {}

  /**
   * Returns the profile of each owner.
   *
   * @param owners for each row its owner
   * @param count number of owners
   * @param createdAt for each row when it was created, in seconds
   * @param at when the profile is of, in seconds
   */
  public static VectorTable of(
      VectorTable vectors, int[] owners, int count, long[] createdAt, long at) {
    int width = vectors.width();
    float[] sums = new float[count * width];
    for (int row = 0; row < vectors.rows(); row++) {
      float weight = (float) Math.pow(2, (createdAt[row] - at) / HALF_LIFE_SECONDS);
      for (int d = 0; d < width; d++) {
        sums[owners[row] * width + d] += weight * vectors.values()[row * width + d];
      }
    }
    return VectorTable.normalised(width, sums);
  }
}
