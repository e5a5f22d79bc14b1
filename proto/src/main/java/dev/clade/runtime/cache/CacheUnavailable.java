package dev.clade.runtime.cache;

/** Redis did not answer, or is not being asked because it has just failed. */
final class CacheUnavailable extends RuntimeException {
  /** Made often while Redis is gone and seen by the cache alone, so it has no stack. */
  CacheUnavailable() {
    super("Redis is unavailable", null, false, false);
  }
}
