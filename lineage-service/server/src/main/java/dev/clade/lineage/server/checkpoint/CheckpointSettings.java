package dev.clade.lineage.server.checkpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where and how often the records are written to disk. */
@ConfigMapping(prefix = "clade.lineage.checkpoint")
public interface CheckpointSettings {
  /** Folder of the file; of this server alone. It is created when needed. */
  @WithDefault("data/lineage")
  Path folder();

  /** Least time between two checkpoints while changes arrive. */
  @WithDefault("PT10M")
  Duration every();
}
