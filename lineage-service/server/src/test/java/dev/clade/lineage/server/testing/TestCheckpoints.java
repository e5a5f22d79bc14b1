package dev.clade.lineage.server.testing;

import dev.clade.lineage.server.checkpoint.CheckpointFile;
import dev.clade.lineage.server.checkpoint.CheckpointSettings;
import dev.clade.lineage.server.checkpoint.Checkpoints;
import dev.clade.lineage.server.graph.GraphKeeper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;

/** Checkpoints in a folder of a test's. */
public final class TestCheckpoints {
  private TestCheckpoints() {}

  /**
   * Returns the checkpoints of a graph.
   *
   * @param every least time between two
   */
  public static Checkpoints of(GraphKeeper graph, Path folder, Duration every) {
    CheckpointSettings settings =
        new CheckpointSettings() {
          @Override
          public Path folder() {
            return folder;
          }

          @Override
          public Duration every() {
            return every;
          }
        };
    return new Checkpoints(
        graph, new CheckpointFile(settings), settings, new SimpleMeterRegistry());
  }
}
