package dev.clade.lineage.ecosystem.testing;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.graph.attribute.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes models of which little is known shortly. */
public final class TaggedModels {
  private TaggedModels() {}

  /** Returns a model with a time of creation, if known, a task and tags. */
  public static Repository model(
      String id, Optional<Instant> createTime, String task, List<String> tags) {
    return new Repository(
        id,
        Availability.PUBLIC,
        createTime,
        0,
        0,
        task,
        "",
        List.of(),
        List.of(),
        tags,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
