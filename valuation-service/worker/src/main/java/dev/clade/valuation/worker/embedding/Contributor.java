package dev.clade.valuation.worker.embedding;

import java.util.List;

/**
 * Somebody, or something, whose part in the embedding is valued.
 *
 * @param id identifier, unique in its set
 * @param sources what it brings; see {@link Contributions}
 */
public record Contributor(String id, List<String> sources) {
  /** Copies the list. */
  public Contributor {
    sources = List.copyOf(sources);
  }
}
