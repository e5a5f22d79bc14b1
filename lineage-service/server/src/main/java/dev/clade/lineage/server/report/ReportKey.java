package dev.clade.lineage.server.report;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import java.nio.charset.StandardCharsets;

/**
 * What a report is known by.
 *
 * @param analysis what is asked
 * @param parameters what was set
 * @param sequence the last change of the feed that the snapshot includes
 */
public record ReportKey(Analysis analysis, Parameters parameters, long sequence) {
  private static final int HASH_LENGTH = 12;

  /** Returns the report's id: that of its question, and the sequence. */
  public String id() {
    return question() + "-" + sequence;
  }

  /** Returns what is asked, whatever the snapshot: analysis, version and a hash of parameters. */
  public String question() {
    Hasher hash = Hashing.sha256().newHasher();
    parameters
        .values()
        .forEach(
            (name, value) ->
                hash.putString(name, StandardCharsets.UTF_8)
                    .putChar('\0')
                    .putString(value, StandardCharsets.UTF_8)
                    .putChar('\0'));
    return "%s-%d-%s"
        .formatted(
            analysis.name(), analysis.version(), hash.hash().toString().substring(0, HASH_LENGTH));
  }
}
