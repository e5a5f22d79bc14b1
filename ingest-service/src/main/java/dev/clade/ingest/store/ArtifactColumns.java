package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.artifact.Content;
import dev.clade.ingest.artifact.HubState;

/** The columns that make an artifact; they are read by place, which costs least. */
final class ArtifactColumns {
  /** How many there are. */
  static final int COUNT = 21;

  private static final String BASIC =
      """
      name, create_time, download_count, like_count, task, library, licenses, relations, hub_id, \
      modify_time, revision, availability, availability_time, aliases, renamed_to, \
      parameter_count, formats, languages""";

  private static final String FULL = "tags, files, card_data";

  private ArtifactColumns() {}

  /** Returns the columns to select; those that are not asked for are empty. */
  static String select(Detail detail) {
    return BASIC
        + ", "
        + switch (detail) {
          case BASIC -> "'' AS tags, '' AS files, '' AS card_data";
          case FULL -> FULL;
        };
  }

  /** Returns the artifact of a row that begins with the columns of {@link #select}. */
  static Artifact artifact(Columns row) {
    return new Artifact(
        row.text(0),
        row.time(1),
        row.number(2),
        row.number(3),
        row.text(4),
        row.text(5),
        Joined.split(row.text(6)),
        Joined.split(row.text(17)),
        Joined.split(row.text(18)),
        Joined.split(row.text(7)).stream().map(Joined::relationOf).toList(),
        new HubState(
            row.text(8),
            row.time(9),
            row.text(10),
            Availability.ofCode((int) row.number(11)),
            row.time(12),
            Joined.split(row.text(13)),
            row.text(14)),
        new Content(
            row.number(15), Joined.split(row.text(16)), Joined.split(row.text(19)), row.text(20)));
  }
}
