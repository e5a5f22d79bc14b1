package dev.clade.local.hub;

import java.util.Comparator;

/**
 * An order of repositories: by a key, and among equals by identifier, which always rises.
 *
 * @param sort the key
 * @param ascending whether the smallest key comes first
 */
record Ordering(Sort sort, boolean ascending) {
  /**
   * A place in the order.
   *
   * @param key value of the key
   * @param objectId identifier of the repository that is there, or was
   */
  record Position(long key, ObjectId objectId) {}

  /** Returns the order that a request asks for; the largest key comes first unless it says 1. */
  static Ordering of(HubRequest request) {
    return new Ordering(Sort.of(request), "1".equals(request.parameter("direction")));
  }

  Position position(Repository repository) {
    return new Position(sort.key(repository), repository.objectId());
  }

  Comparator<Position> comparator() {
    Comparator<Position> byKey = Comparator.comparingLong(Position::key);
    return (ascending ? byKey : byKey.reversed()).thenComparing(Position::objectId);
  }
}
