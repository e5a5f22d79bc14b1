package dev.clade.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What can be set of the ingest service, all below {@code clade.ingest}. */
@ConfigMapping(prefix = "clade.ingest")
public interface IngestConfig {

  /** Folder in which uploads wait to be imported; instances of one database share it. */
  @WithDefault("data/ingest/spool")
  Path spool();

  /** Largest file that is taken up. */
  @WithDefault("4G")
  MemorySize largestUpload();

  /** Age at which a file of the spool folder that no upload owns is taken for a crash's remains. */
  @WithDefault("PT1H")
  Duration orphanAge();

  /** Most bytes of a record; longer ones are quarantined. At least 64 KiB. */
  @WithDefault("1M")
  MemorySize longestRecord();

  /** Most records of one import transaction. */
  @WithDefault("10000")
  int batchRecords();

  /** Bytes of records at which an import transaction is closed before it is full. */
  @WithDefault("8M")
  MemorySize batchBytes();

  /** How long the right to import lasts when its holder is gone. */
  @WithDefault("PT10S")
  Duration leaseDuration();

  /** How often instances look for imports that others left. */
  @WithDefault("PT1S")
  Duration importPoll();

  /** How often the head of the feed is read, which bounds how stale an answer may be. */
  @WithDefault("PT0.1S")
  Duration feedPoll();

  /** How long a stream of changes may be silent. */
  @WithDefault("PT3S")
  Duration heartbeat();

  /** How long an artifact may stay in the shared cache. */
  @WithDefault("PT10M")
  Duration cacheTimeToLive();
}
