package dev.clade.lineage.server.page;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.WalkPoint;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a page of a walk's relations ends.
 *
 * @param start the last artifact before the answer, when that goes on behind one that was cut
 * @param last the last relation of the page; empty before the first page of the answer
 */
public record EdgePosition(Optional<WalkPosition> start, Optional<Last> last) {
  /** Before everything. */
  public static final EdgePosition START = new EdgePosition(Optional.empty(), Optional.empty());

  private static final String SEPARATOR = " ";
  private static final int FIELDS = 5;

  /**
   * The last relation of a page, which need not be there any longer.
   *
   * @param artifact the later of its artifacts in the walk
   * @param isDownstream whether it leads from that one towards what was made from it
   * @param other its other artifact
   * @param label its {@link EdgeLabel}
   */
  public record Last(WalkPosition artifact, boolean isDownstream, ArtifactName other, byte label) {}

  /** Returns the position behind a relation that stands at a place of an answer. */
  EdgePosition at(Lineage answer, int place, Edge edge) {
    boolean isDownstream = edge.upstream() == answer.node(place);
    int other = isDownstream ? edge.downstream() : edge.upstream();
    return new EdgePosition(
        start,
        Optional.of(
            new Last(
                WalkPosition.of(answer, place),
                isDownstream,
                answer.graph().name(other),
                EdgeLabel.of(edge.type(), edge.origin()))));
  }

  /** Returns the point from which the answer is walked. */
  public WalkPoint from(GraphSnapshot graph) {
    return start.map(position -> position.behind(graph)).orElse(WalkPoint.START);
  }

  /** Returns the first place of an answer that has relations which are not told yet. */
  int firstPlace(Lineage answer) {
    return last.map(
            told -> {
              WalkPoint behind = told.artifact.behind(answer.graph());
              int next = answer.firstAfter(behind.distance(), behind.nextNode());
              return next > 0 && isOf(told, answer, next - 1) ? next - 1 : next;
            })
        .orElse(0);
  }

  /** Whether a relation, which stands at a place from {@link #firstPlace} on, is told already. */
  boolean isTold(Lineage answer, int place, Edge edge) {
    return last.isPresent()
        && isOf(last.get(), answer, place)
        && isTold(last.get(), answer.graph(), answer.node(place), edge);
  }

  private static boolean isTold(Last last, GraphSnapshot graph, int node, Edge edge) {
    boolean isDownstream = edge.upstream() == node;
    if (isDownstream != last.isDownstream) {
      return last.isDownstream;
    }
    int other = isDownstream ? edge.downstream() : edge.upstream();
    return graph.name(other).equals(last.other)
        ? EdgeLabel.of(edge.type(), edge.origin()) <= last.label
        : other < graph.lowerBound(last.other);
  }

  private static boolean isOf(Last last, Lineage answer, int place) {
    return WalkPosition.of(answer, place).equals(last.artifact);
  }

  /** Returns the position that a text of {@link #toString()} tells, or nothing for another text. */
  public static Optional<EdgePosition> parse(String text) {
    String[] fields = text.split(SEPARATOR, -1);
    Optional<Optional<WalkPosition>> start = optional(fields[0]);
    if (start.isEmpty() || (fields.length != 1 && fields.length != FIELDS)) {
      return Optional.empty();
    }
    if (fields.length == 1) {
      return Optional.of(new EdgePosition(start.get(), Optional.empty()));
    }
    return last(fields).map(last -> new EdgePosition(start.get(), Optional.of(last)));
  }

  /** Returns the position as text. */
  @Override
  public String toString() {
    String first = start.map(WalkPosition::toString).map(EdgePosition::encode).orElse("");
    return last.map(
            told ->
                String.join(
                    SEPARATOR,
                    first,
                    encode(told.artifact.toString()),
                    Boolean.toString(told.isDownstream),
                    encode(told.other.toString()),
                    Byte.toString(told.label)))
        .orElse(first);
  }

  private static Optional<Optional<WalkPosition>> optional(String field) {
    return field.isEmpty()
        ? Optional.of(Optional.empty())
        : decode(field).flatMap(WalkPosition::parse).map(Optional::of);
  }

  private static Optional<Last> last(String[] fields) {
    Optional<WalkPosition> artifact = decode(fields[1]).flatMap(WalkPosition::parse);
    Optional<ArtifactName> other = decode(fields[3]).flatMap(ArtifactName::parse);
    try {
      byte label = Byte.parseByte(fields[4]);
      return artifact.flatMap(
          end -> other.map(name -> new Last(end, Boolean.parseBoolean(fields[2]), name, label)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Optional<String> decode(String field) {
    try {
      return Optional.of(URLDecoder.decode(field, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
