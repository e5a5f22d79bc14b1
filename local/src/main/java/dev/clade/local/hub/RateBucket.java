package dev.clade.local.hub;

/** A kind of requests that the hub counts together. */
public enum RateBucket {
  /** Everything under {@code /api/}. */
  API("api"),
  /** Files, as programs fetch them. */
  RESOLVERS("resolvers"),
  /** Anything that a browser shows, raw files among it. */
  PAGES("pages");

  private final String word;

  RateBucket(String word) {
    this.word = word;
  }

  /** Returns what the hub calls it in its headers. */
  String word() {
    return word;
  }
}
