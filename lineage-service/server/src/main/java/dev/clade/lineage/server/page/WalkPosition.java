package dev.clade.lineage.server.page;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.WalkPoint;
import java.util.Optional;

/**
 * The last artifact of a page. The next page has what comes after it in the order of the answer as
 * it is then: nothing is told twice, except what moved away from the starts in between.
 *
 * @param distance steps from a start, without sign
 * @param name the artifact's name
 */
public record WalkPosition(int distance, ArtifactName name) {
  private static final char SEPARATOR = ' ';

  /** Returns the position of a place in an answer. */
  public static WalkPosition of(Lineage answer, int place) {
    return new WalkPosition(Math.abs(answer.depth(place)), answer.graph().name(answer.node(place)));
  }

  /** Returns the position that a text of {@link #toString()} tells, or nothing for another text. */
  public static Optional<WalkPosition> parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      return Optional.empty();
    }
    try {
      int distance = Integer.parseUnsignedInt(text.substring(0, separator));
      return ArtifactName.parse(text.substring(separator + 1))
          .map(name -> new WalkPosition(distance, name));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the first place of an answer that comes after the position, in O(log size). */
  public int next(Lineage answer) {
    WalkPoint behind = behind(answer.graph());
    return answer.firstAfter(behind.distance(), behind.nextNode());
  }

  /** Returns the point right behind the position in the order of a snapshot's answers. */
  public WalkPoint behind(GraphSnapshot graph) {
    int node = graph.lowerBound(name);
    boolean isThere = node < graph.nodeCount() && graph.name(node).equals(name);
    return new WalkPoint(distance, isThere ? node + 1 : node);
  }

  /** Returns the position as text. */
  @Override
  public String toString() {
    return "" + distance + SEPARATOR + name;
  }
}
