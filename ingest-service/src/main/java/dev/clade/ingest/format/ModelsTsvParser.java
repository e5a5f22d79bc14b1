package dev.clade.ingest.format;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.artifact.DeclaredModel;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads tables of models: tab-separated, one header line, tags joined by {@code |}. The header
 * tells where each column is, so their order does not matter and unknown ones are passed over.
 */
public final class ModelsTsvParser implements RecordParser {
  /** The columns that a table must have. */
  public static final List<String> COLUMNS =
      List.of("id", "created_at", "downloads", "likes", "pipeline_tag", "library_name", "tags");

  private final int columnCount;
  private final int[] places;
  private final String[] fields;

  private ModelsTsvParser(int columnCount, int[] places) {
    this.columnCount = columnCount;
    this.places = places;
    this.fields = new String[columnCount];
  }

  /**
   * Returns the parser for a table.
   *
   * @param header its first line
   * @throws UnreadableFileException when the header lacks a column or repeats one
   */
  public static ModelsTsvParser of(byte[] header) throws UnreadableFileException {
    List<String> names;
    try {
      names = Arrays.asList(Utf8.decode(header).split("\t", -1));
    } catch (RefusedRecordException e) {
      throw new UnreadableFileException("must begin with a header line in UTF-8", e);
    }
    int[] places = new int[COLUMNS.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = names.indexOf(COLUMNS.get(i));
      if (places[i] < 0 || places[i] != names.lastIndexOf(COLUMNS.get(i))) {
        throw new UnreadableFileException(
            "must begin with a header line that has the columns %s once each, separated by tabs"
                .formatted(String.join(", ", COLUMNS)),
            null);
      }
    }
    return new ModelsTsvParser(names.size(), places);
  }

  @Override
  public Artifact parse(byte[] line) throws RefusedRecordException {
    split(Utf8.decode(line));
    DeclaredModel model = new DeclaredModel();
    model.id = field(0);
    model.createdAt = field(1);
    model.downloads = count(2);
    model.likes = count(3);
    model.task = field(4);
    model.library = field(5);
    String tags = field(6);
    int start = 0;
    while (start < tags.length()) {
      int bar = tags.indexOf('|', start);
      int end = bar < 0 ? tags.length() : bar;
      if (end > start) {
        model.tags.add(tags.substring(start, end));
      }
      start = end + 1;
    }
    return ArtifactRules.artifactOf(model);
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

  private String field(int column) {
    return fields[places[column]];
  }

  private long count(int column) throws RefusedRecordException {
    String text = field(column);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Counts.malformed(COLUMNS.get(column), text);
    }
  }
}
