package dev.clade.local.view;

import com.google.protobuf.Duration;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.local.print.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An import: how far it is, and what it did. */
public final class ImportView {
  private ImportView() {}

  /** Returns what an import did, with its first refused records. */
  public static String outcome(ImportOutcome outcome) {
    ImportCounts counts = outcome.counts();
    String text =
        "%s: %,d records in %.1f s: %s%n"
            .formatted(outcome.name(), counts.getRecords(), outcome.seconds(), counts(counts));
    if (outcome.firstQuarantined().isEmpty()) {
      return text;
    }
    Table table = new Table(">line", "reason", "field", "detail");
    outcome
        .firstQuarantined()
        .forEach(
            refused ->
                table.row(
                    refused.getLine(),
                    refused.getReason(),
                    refused.getField(),
                    refused.getDetail()));
    return text + table.render();
  }

  /** Returns how an import stands. */
  public static String state(String name, ImportMetadata found) {
    return "%s of %s is %s: %s; %s%n"
        .formatted(
            name,
            found.getSource(),
            state(found.getState()),
            progress(found),
            counts(found.getCounts()));
  }

  /** Returns in a few words how far an import is. */
  public static String progress(ImportMetadata found) {
    List<String> words = new ArrayList<>();
    if (found.getState() == ImportMetadata.State.STATE_PAUSED) {
      words.add("paused");
    }
    if (!found.getPhase().isEmpty()) {
      words.add(found.getPhase());
    }
    words.add("%,d records".formatted(found.getCounts().getRecords()));
    if (found.getRequestCount() > 0) {
      words.add("%,d requests".formatted(found.getRequestCount()));
    }
    if (found.getRecordsPerSecond() > 0) {
      words.add(String.format(Locale.ROOT, "%,.0f/s", found.getRecordsPerSecond()));
    }
    if (found.hasRemainingTime()) {
      words.add(duration(found.getRemainingTime()) + " left");
    }
    return String.join(", ", words);
  }

  /** Returns what became of refused records that were read again. */
  public static String replayed(String name, ReplayQuarantineResponse replayed) {
    return "%s: %,d refused records read again: %,d accepted; %,d stay refused%n"
        .formatted(name, replayed.getReplayed(), replayed.getAccepted(), replayed.getRefused());
  }

  private static String counts(ImportCounts counts) {
    return "%,d new, %,d changed, %,d unchanged, %,d refused"
        .formatted(
            counts.getCreated(),
            counts.getUpdated(),
            counts.getUnchanged(),
            counts.getQuarantined());
  }

  private static String duration(Duration duration) {
    long seconds = duration.getSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }

  private static String state(ImportMetadata.State state) {
    return switch (state) {
      case STATE_PENDING -> "waiting";
      case STATE_RUNNING -> "running";
      case STATE_SUCCEEDED -> "complete";
      case STATE_FAILED -> "failed";
      case STATE_PAUSED -> "paused";
      case STATE_CANCELLED -> "cancelled";
      case STATE_UNSPECIFIED, UNRECOGNIZED -> "in an unknown state";
    };
  }
}
