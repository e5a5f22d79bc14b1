package dev.clade.local.view;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Provenance;
import dev.clade.ingest.v1.ArtifactVersion;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListVersionsResponse;
import dev.clade.local.print.Table;

/** What an artifact said before. */
public final class HistoryView {
  private HistoryView() {}

  /** Returns a table of an artifact's earlier versions. */
  public static String versions(ListVersionsResponse versions) {
    if (versions.getVersionsCount() == 0) {
      return "It has said nothing else before.\n";
    }
    Table table =
        new Table(
            ">sequence",
            "until",
            "availability",
            "revision",
            "task",
            "library",
            "licenses",
            ">tags",
            ">relations",
            "source");
    for (ArtifactVersion version : versions.getVersionsList()) {
      Artifact artifact = version.getArtifact();
      table.row(
          "%,d".formatted(version.getSequence()),
          Timestamps.toString(version.getValidUntil()),
          AvailabilityWords.of(artifact.getAvailability()),
          Revision.shorten(artifact.getRevision()),
          artifact.getTask(),
          artifact.getLibrary(),
          String.join(", ", artifact.getLicensesList()),
          artifact.getTagsCount(),
          artifact.getRelationsCount(),
          artifact.getProvenance().getSource());
    }
    return table.render();
  }

  /** Returns a table of an artifact's counts. */
  public static String counts(ListCountsResponse counts) {
    Table table = new Table("counted", ">downloads", ">likes", "source");
    counts
        .getCountsList()
        .forEach(
            one ->
                table.row(
                    time(one.getProvenance()),
                    "%,d".formatted(one.getDownloadCount()),
                    "%,d".formatted(one.getLikeCount()),
                    one.getProvenance().getSource()));
    return table.render();
  }

  private static String time(Provenance provenance) {
    return provenance.hasSnapshotTime()
        ? Timestamps.toString(provenance.getSnapshotTime())
        : "unknown";
  }
}
