package dev.clade.local.hub;

import java.time.Instant;

/**
 * What was not recorded of the real hub and is made up, always the same from what was: the time of
 * the last change, up to 90 days after the creation, and the figure that the hub sorts by.
 */
final class Assumed {
  private static final int SECONDS = 90 * 24 * 60 * 60;
  private static final int LIKES_PER_POINT = 50;

  private Assumed() {}

  static Instant lastModified(String id, Instant createdAt) {
    Instant later = createdAt.plusSeconds(Math.floorMod(id.hashCode() * 31, SECONDS));
    return later.isBefore(SimulatedHub.RECORDED) ? later : createdAt;
  }

  static int trendingScore(int likes) {
    return likes / LIKES_PER_POINT;
  }
}
