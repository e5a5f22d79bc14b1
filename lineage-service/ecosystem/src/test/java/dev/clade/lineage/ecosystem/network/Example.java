package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import java.util.List;

/** The commits that were worked by hand: three who work together, one alone, two more together. */
final class Example {
  /** Of R1 a; a; b; [a, c], of R2 five times d, of R3 twice a, of R4 e; f. */
  static final CommitTable COMMITS =
      new CommitTable.Builder()
          .add("R1", List.of("a"))
          .add("R1", List.of("a"))
          .add("R1", List.of("b"))
          .add("R1", List.of("a", "c"))
          .add("R2", List.of("d"))
          .add("R2", List.of("d"))
          .add("R2", List.of("d"))
          .add("R2", List.of("d"))
          .add("R2", List.of("d"))
          .add("R3", List.of("a"))
          .add("R3", List.of("a"))
          .add("R4", List.of("e"))
          .add("R4", List.of("f"))
          .build();

  private Example() {}
}
