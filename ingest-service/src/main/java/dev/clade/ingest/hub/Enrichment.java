package dev.clade.ingest.hub;

import java.util.Locale;

/** What is fetched about single artifacts. The names are stored and never change. */
public enum Enrichment {
  /** The card's text. */
  CARD,
  /** The files with their sizes. */
  FILES,
  /** The commits of the main branch. */
  COMMITS,
  /** The discussions and pull requests. */
  DISCUSSIONS;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
