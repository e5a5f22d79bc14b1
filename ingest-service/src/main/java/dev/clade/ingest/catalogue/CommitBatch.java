package dev.clade.ingest.catalogue;

import dev.clade.ingest.artifact.Commit;
import java.util.List;

/**
 * Successive commits of successive artifacts.
 *
 * @param commits at least one, without their messages
 * @param through name up to which the reader has all commits of all artifacts
 */
public record CommitBatch(List<Commit> commits, String through) {}
