package dev.clade.lineage.server.page;

import dev.clade.lineage.graph.walk.Lineage;
import java.util.Optional;

/**
 * A part of an answer.
 *
 * @param answer the whole
 * @param start first place of the page
 * @param end place behind the last one of the page
 */
public record Page(Lineage answer, int start, int end) {
  /**
   * Returns the page after a position, from the beginning without one.
   *
   * @param size most artifacts in the page, at least 1
   */
  public static Page after(Optional<WalkPosition> position, Lineage answer, int size) {
    int start = position.map(last -> last.next(answer)).orElse(0);
    return new Page(answer, start, (int) Math.min((long) start + size, answer.size()));
  }

  /** Returns the position from which the next page goes on, or nothing after the last page. */
  public Optional<WalkPosition> next() {
    return end == answer.size() || end == 0
        ? Optional.empty()
        : Optional.of(WalkPosition.of(answer, end - 1));
  }
}
