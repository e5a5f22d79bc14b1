package dev.clade.lineage.server.report;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import java.time.Duration;

/** Where the commits of all models come from. */
public interface CommitSource {
  /**
   * Reads the commits as they are now, of the models that have any. Blocks.
   *
   * @param longest how long that may take
   * @throws dev.clade.runtime.error.CladeException for {@link
   *     dev.clade.runtime.error.Reason#DEPENDENCY_UNAVAILABLE} when the catalogue is away, and for
   *     {@link dev.clade.runtime.error.Reason#DEADLINE_EXCEEDED} when it takes too long
   */
  CommitTable read(Duration longest);
}
