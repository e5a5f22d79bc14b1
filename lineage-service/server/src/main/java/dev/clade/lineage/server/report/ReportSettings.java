package dev.clade.lineage.server.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How reports are computed. */
@ConfigMapping(prefix = "clade.lineage.reports")
public interface ReportSettings {
  /** Most reports that wait to be computed; each keeps its snapshot in memory. */
  @WithDefault("8")
  int mostWaiting();

  /** How long a server may be silent before its computations count as given up. */
  @WithDefault("30s")
  Duration lease();

  /** How long one report may read in the catalogue. */
  @WithDefault("10m")
  Duration readDeadline();

  /** How often a stream of the catalogue that breaks is taken up again, with growing pauses. */
  @WithDefault("6")
  int readRetries();

  /**
   * Whether the schema of reports is migrated when it is first needed. Where something else does
   * it, reports wait until it was done.
   */
  @WithDefault("true")
  boolean migrate();

  /** File of messages to learn from what commits are for, as {@link JudgedMessagesFile} tells. */
  Optional<Path> judgedMessages();
}
