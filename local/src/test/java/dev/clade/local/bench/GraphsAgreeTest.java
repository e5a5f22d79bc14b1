package dev.clade.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.bench.hub.GeneratedHub;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.mesh.Ports;
import dev.clade.local.mesh.Postgres;
import dev.clade.local.mesh.StateFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphsAgreeTest {
  private static final Hub HUB = GeneratedHub.of(3_000, 1);

  @TempDir private Path folder;

  @Test
  void everySideOfTheBenchFindsWhatThePlainWalkFinds() throws Exception {
    agree(new OwnGraph(HUB));
    agree(new SparseGraph(HUB));
  }

  @Test
  void soDoesTheDatabase() throws Exception {
    try (Postgres postgres = Postgres.start(new StateFolder(folder), new Ports().any())) {
      RecursiveQuery.load(HUB, postgres.administration());
      try (RecursiveQuery query = new RecursiveQuery(HUB, postgres.administration())) {
        agree(query);
      }
    }
  }

  private static void agree(ClosedLoop.Asked asked) throws Exception {
    PlainWalk walk = new PlainWalk(HUB);
    for (Draws draws : Draws.values()) {
      for (int artifact : draws.draw(HUB, 100, 1)) {
        assertThat(asked.ask(artifact))
            .as(HUB.name(artifact))
            .isEqualTo(walk.lineage(HUB.name(artifact), LineageQuestion.DEPTH).size());
      }
    }
  }
}
