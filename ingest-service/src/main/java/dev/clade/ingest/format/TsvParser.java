package dev.clade.ingest.format;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.artifact.DeclaredArtifact;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads tables of repositories: tab-separated, one header line, tags joined by {@code |}. The
 * header tells where each column is, so their order does not matter and unknown ones are passed
 * over.
 */
public final class TsvParser implements RecordParser {
  /** The columns that a table must have. */
  public static final List<String> REQUIRED =
      List.of("id", "created_at", "downloads", "likes", "tags");

  private static final List<String> OPTIONAL =
      List.of("pipeline_tag", "library_name", "last_modified", "gated", "disabled");

  private final ArtifactKind kind;
  private final int columnCount;
  private final int[] places;
  private final String[] fields;

  private TsvParser(ArtifactKind kind, int columnCount, int[] places) {
    this.kind = kind;
    this.columnCount = columnCount;
    this.places = places;
    this.fields = new String[columnCount];
  }

  /**
   * Returns the parser for a table.
   *
   * @param header its first line
   * @param kind what its records describe
   * @throws UnreadableFileException when the header lacks a column or repeats one
   */
  public static TsvParser of(byte[] header, ArtifactKind kind) throws UnreadableFileException {
    List<String> names;
    try {
      names = Arrays.asList(Utf8.decode(header).split("\t", -1));
    } catch (RefusedRecordException e) {
      throw new UnreadableFileException("must begin with a header line in UTF-8", e);
    }
    int[] places =
        Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).mapToInt(names::indexOf).toArray();
    boolean whole = names.containsAll(REQUIRED);
    boolean unique =
        Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
            .allMatch(name -> names.indexOf(name) == names.lastIndexOf(name));
    if (!whole || !unique) {
      throw new UnreadableFileException(
          "must begin with a header line that has the columns %s once each, separated by tabs"
              .formatted(String.join(", ", REQUIRED)),
          null);
    }
    return new TsvParser(kind, names.size(), places);
  }

  @Override
  public Artifact parse(byte[] line) throws RefusedRecordException {
    split(Utf8.decode(line));
    DeclaredArtifact declared = new DeclaredArtifact(kind);
    declared.id = field(0);
    declared.createdAt = field(1);
    declared.downloads = count(2);
    declared.likes = count(3);
    tags(field(4), declared.tags);
    declared.task = field(5);
    declared.library = field(6);
    declared.modifiedAt = field(7);
    String gated = field(8);
    declared.gated = gated.isEmpty() ? null : Boolean.valueOf(!gated.equalsIgnoreCase("false"));
    declared.withheld = field(9).equalsIgnoreCase("true");
    return ArtifactRules.artifactOf(declared);
  }

  private static void tags(String joined, List<String> into) {
    int start = 0;
    while (start < joined.length()) {
      int bar = joined.indexOf('|', start);
      int end = bar < 0 ? joined.length() : bar;
      if (end > start) {
        into.add(joined.substring(start, end));
      }
      start = end + 1;
    }
  }

  private void split(String line) throws RefusedRecordException {
    int columns = 0;
    int start = 0;
    while (true) {
      int tab = line.indexOf('\t', start);
      if (columns < columnCount) {
        fields[columns] = line.substring(start, tab < 0 ? line.length() : tab);
      }
      columns++;
      if (tab < 0) {
        break;
      }
      start = tab + 1;
    }
    if (columns != columnCount) {
      throw new RefusedRecordException(
          QuarantineReason.COLUMN_COUNT,
          "the record must have %,d columns as the header has; it has %,d"
              .formatted(columnCount, columns));
    }
  }

  /** Returns a field's text; empty when the table does not have the column. */
  private String field(int column) {
    return places[column] < 0 ? "" : fields[places[column]];
  }

  private long count(int column) throws RefusedRecordException {
    String text = field(column);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Counts.malformed(REQUIRED.get(column), text);
    }
  }
}
