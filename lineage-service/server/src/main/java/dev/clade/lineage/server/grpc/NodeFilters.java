package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.walk.NodeFilter;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Times;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the choices of artifacts that requests make. */
final class NodeFilters {
  private static final int MOST_WORDS = 100;

  private NodeFilters() {}

  /**
   * Returns a choice.
   *
   * @param field name of the request's field that makes it
   */
  static NodeFilter of(String field, dev.clade.lineage.v1.NodeFilter filter) {
    return new NodeFilter(
        kinds(field, filter.getKindsValueList()),
        words(field + ".tasks", filter.getTasksList()),
        words(field + ".licenses", filter.getLicensesList()),
        words(field + ".authors", filter.getAuthorsList()),
        filter.hasCreatedFrom()
            ? Optional.of(Times.instant(field + ".created_from", filter.getCreatedFrom()))
            : Optional.empty(),
        filter.hasCreatedBefore()
            ? Optional.of(Times.instant(field + ".created_before", filter.getCreatedBefore()))
            : Optional.empty());
  }

  private static Set<ArtifactKind> kinds(String field, List<Integer> numbers) {
    Set<ArtifactKind> kinds = EnumSet.noneOf(ArtifactKind.class);
    for (int number : numbers) {
      kinds.add(
          Optional.ofNullable(dev.clade.hub.v1.ArtifactKind.forNumber(number))
              .flatMap(ContractNames::read)
              .orElseThrow(() -> LineageRequests.unknown(field + ".kinds", number, "kinds")));
    }
    return kinds;
  }

  private static Set<String> words(String field, List<String> words) {
    if (words.size() > MOST_WORDS) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          field,
          words.size() + " entries",
          "must be at most %d entries".formatted(MOST_WORDS));
    }
    return Set.copyOf(words);
  }
}
