package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.NodeAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of an artifact, as the graph formats and events tell it beside its name. */
enum NodeField {
  KIND(String.class),
  CATALOGUED(Boolean.class),
  TASK(String.class),
  LIBRARY(String.class),
  LICENSES(List.class),
  LANGUAGES(List.class),
  AVAILABILITY(String.class),
  CREATE_TIME(String.class);

  private final Class<?> type;

  NodeField(Class<?> type) {
    this.type = type;
  }

  /** Returns the name of the field, such as {@code create_time}. */
  String key() {
    return Words.of(this);
  }

  /** Returns what its values are: texts, truths or lists of texts. */
  Class<?> type() {
    return type;
  }

  /** Returns the value of a node; nothing where it is not known. */
  Optional<Object> of(GraphSnapshot graph, int node) {
    NodeAttributes known = graph.attributes();
    return switch (this) {
      case KIND -> Optional.of(Words.of(graph.kind(node)));
      case CATALOGUED -> Optional.of(graph.isCatalogued(node));
      case TASK -> Optional.<Object>of(known.task(node)).filter(task -> !task.equals(""));
      case LIBRARY -> Optional.<Object>of(known.library(node)).filter(name -> !name.equals(""));
      case LICENSES -> some(known.licenses(node));
      case LANGUAGES -> some(known.languages(node));
      case AVAILABILITY ->
          Optional.of(known.availability(node))
              .filter(availability -> availability != Availability.UNKNOWN)
              .map(Words::of);
      case CREATE_TIME -> known.createTime(node).map(Instant::toString);
    };
  }

  /** Returns a value as one text; a list's parts have commas between them. */
  static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(Object::toString).toList())
        : value.toString();
  }

  private static Optional<Object> some(List<String> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }
}
