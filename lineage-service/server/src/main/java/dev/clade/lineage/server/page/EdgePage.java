package dev.clade.lineage.server.page;

import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of what is said of a walk's relations.
 *
 * @param items what is said, in the order of the relations
 * @param next where the next page goes on; empty after the last one
 * @param resume where another answer goes on when the number of artifacts cut this one; else empty
 */
public record EdgePage<T>(
    List<T> items, Optional<EdgePosition> next, Optional<EdgePosition> resume) {
  /** Keeps an unchangeable copy of the items. */
  public EdgePage {
    items = List.copyOf(items);
  }

  /** Says something of a relation, or nothing to leave it out. It is asked of every one, once. */
  @FunctionalInterface
  public interface Teller<T> {
    /** Returns what to say of a relation. */
    Optional<T> tell(Edge edge);
  }

  /**
   * Returns the page after a position. Tells all relations of the answer, also those of other
   * pages, so that a teller can count them.
   *
   * @param size most items in the page, at least 1
   */
  public static <T> EdgePage<T> after(
      EdgePosition position, Lineage answer, int size, Teller<T> teller) {
    List<T> items = new ArrayList<>();
    Optional<EdgePosition> last = Optional.empty();
    boolean hasMore = false;
    int firstPlace = position.firstPlace(answer);
    for (int place = 0; place < answer.size(); place++) {
      for (Edge edge : answer.edgesToEarlier(place)) {
        Optional<T> told = teller.tell(edge);
        if (told.isEmpty()
            || place < firstPlace
            || (place == firstPlace && position.isTold(answer, place, edge))) {
          continue;
        }
        if (items.size() < size) {
          items.add(told.get());
          if (items.size() == size) {
            last = Optional.of(position.at(answer, place, edge));
          }
        } else {
          hasMore = true;
        }
      }
    }
    return new EdgePage<>(items, hasMore ? last : Optional.empty(), resume(answer));
  }

  private static Optional<EdgePosition> resume(Lineage answer) {
    return answer
        .truncation()
        .filter(cut -> cut.reason() == Truncation.Reason.MAX_NODES && answer.size() > 0)
        .map(
            cut ->
                new EdgePosition(
                    Optional.of(WalkPosition.of(answer, answer.size() - 1)), Optional.empty()));
  }
}
