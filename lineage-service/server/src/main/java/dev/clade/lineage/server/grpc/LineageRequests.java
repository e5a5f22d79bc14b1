package dev.clade.lineage.server.grpc;

import com.google.protobuf.Message;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads requests. */
final class LineageRequests {
  static final PageSize PAGE_SIZE = new PageSize(200, 2_000);

  private LineageRequests() {}

  static LineageQuery query(GetLineageRequest request) {
    return LineageQuery.of(
        request.getNamesList(),
        direction(request.getDirection(), request.getDirectionValue()),
        relations(request.getRelationTypesValueList()),
        request.getMaxDepth(),
        request.getMaxNodes());
  }

  /** Returns where the page before ended, or nothing for the first page. */
  static Optional<WalkPosition> position(Message request, String pageToken) {
    return PageToken.decode(request)
        .map(text -> WalkPosition.parse(text).orElseThrow(() -> PageToken.invalid(pageToken)));
  }

  static Direction direction(dev.clade.lineage.v1.Direction direction, int number) {
    return switch (direction) {
      case DIRECTION_UPSTREAM -> Direction.UPSTREAM;
      case DIRECTION_DOWNSTREAM -> Direction.DOWNSTREAM;
      case DIRECTION_BOTH, DIRECTION_UNSPECIFIED -> Direction.BOTH;
      case UNRECOGNIZED -> throw unknown("direction", number, "a direction");
    };
  }

  static RelationFilter relations(List<Integer> numbers) {
    List<RelationType> types = numbers.stream().flatMap(LineageRequests::relations).toList();
    return numbers.isEmpty() ? RelationFilter.ALL : RelationFilter.of(types);
  }

  private static Stream<RelationType> relations(int number) {
    if (number == dev.clade.hub.v1.RelationType.RELATION_TYPE_UNSPECIFIED_VALUE) {
      return Stream.of(RelationType.values());
    }
    return Optional.ofNullable(dev.clade.hub.v1.RelationType.forNumber(number))
        .flatMap(ContractNames::read)
        .map(Stream::of)
        .orElseThrow(() -> unknown("relation_types", number, "relation types"));
  }

  /** Returns the failure of an enumeration's value that this version does not know. */
  static CladeException unknown(String field, int number, String what) {
    return CladeException.invalidField(
        Reason.FIELD_UNKNOWN_VALUE, field, number, "must be %s of the contract".formatted(what));
  }
}
