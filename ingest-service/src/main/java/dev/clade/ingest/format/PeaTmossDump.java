package dev.clade.ingest.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * PeaTMOSS' metadata of models: one JSON list, compressed by gzip or not. PeaTMOSS took the hub's
 * tags apart into licenses, datasets, languages, libraries and papers; here they are tags again.
 * Which of the tags was the task it did not keep, nor any time. A model of another hub has its
 * address for an identifier, and is refused by it.
 */
final class PeaTmossDump implements Dump {
  private static final String RULE =
      "must be a whole JSON list of objects as PeaTMOSS' metadata, of at most 64 MiB each";

  private static final long MOST_OBJECT_BYTES = 64L * 1024 * 1024;
  private static final int BUFFER_BYTES = 64 * 1024;

  private static final List<String> FIELDS =
      List.of(
          "context_id",
          "repo_url",
          "sha",
          "downloads",
          "likes",
          "tags",
          "library",
          "language",
          "license",
          "datasets",
          "paper");

  /** What PeaTMOSS counts among the libraries although it names a format of weights or logs. */
  private static final String FORMATS =
      "['pytorch', 'tf', 'jax', 'safetensors', 'onnx', 'gguf', 'ggml', 'coreml', 'openvino',"
          + " 'rust', 'tflite', 'tensorboard']";

  private static final String TAGS =
      "list_concat(%s, %s, %s, %s, %s, %s)"
          .formatted(
              texts("tags"),
              texts("library"),
              texts("language"),
              prefixed("license", "license"),
              prefixed("datasets", "dataset"),
              """
              list_transform(%s, lambda paper: \
              regexp_replace(paper, '^https?://arxiv.org/abs/', 'arxiv:'))"""
                  .formatted(texts("paper")));

  private static final String SHAPE =
      new JsonShape()
          .with(
              "id",
              """
              CASE WHEN starts_with(coalesce(repo_url->>'$', 'https://huggingface.co/'), \
              'https://huggingface.co/') THEN context_id ELSE repo_url END""")
          .with("sha", "sha")
          .with("downloads", "downloads")
          .with("likes", "likes")
          .with(
              "library_name",
              """
              list_filter([list_filter(library, lambda one: NOT list_contains(%s, one))], \
              lambda own: len(own) = 1)[1][1]"""
                  .formatted(FORMATS))
          .with("tags", "list_filter(tags, lambda tag, place: list_position(tags, tag) = place)")
          .sql();

  private final Path file;
  private final boolean gzip;
  private boolean whole;

  PeaTmossDump(Path file) throws IOException {
    this.file = file;
    this.gzip = isGzip(file);
  }

  @Override
  public Page page(long first) throws IOException {
    if (!whole) {
      checkEnd();
      whole = true;
    }
    String columns =
        FIELDS.stream().map(field -> field + ": 'JSON'").collect(Collectors.joining(", "));
    String query =
        """
    SELECT %s
    FROM (
      SELECT * REPLACE (%s AS tags, %s AS library)
      FROM (
        SELECT *
        FROM read_json(
          %s, format = 'array', records = true, compression = '%s', maximum_object_size = %d,
          columns = {%s})
        OFFSET %d))
    """
            .formatted(
                SHAPE,
                TAGS,
                texts("library"),
                DuckDb.text(file.toString()),
                gzip ? "gzip" : "uncompressed",
                MOST_OBJECT_BYTES,
                columns,
                first);
    return new Page(query, true);
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public String rule() {
    return RULE;
  }

  /** Returns a field's texts: of a list, of one text, or none. */
  private static String texts(String field) {
    return """
    coalesce(try_cast(%1$s AS VARCHAR[]), \
    list_filter([%1$s->>'$'], lambda one: one IS NOT NULL))"""
        .formatted(field);
  }

  /** Returns a field's texts as tags of a family, such as {@code license:mit}. */
  private static String prefixed(String field, String family) {
    return """
    list_transform(%1$s, lambda one: \
    CASE WHEN starts_with(one, '%2$s:') THEN one ELSE '%2$s:' || one END)"""
        .formatted(texts(field), family);
  }

  /** DuckDB takes a list that was cut behind a comma for a whole one. */
  private void checkEnd() throws IOException {
    int last = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream content = ending()) {
      for (int bytes = content.read(buffer); bytes >= 0; bytes = content.read(buffer)) {
        for (int i = 0; i < bytes; i++) {
          last = buffer[i] > ' ' ? buffer[i] : last;
        }
        if (Thread.interrupted()) {
          throw new InterruptedIOException("reading was stopped");
        }
      }
    } catch (ZipException | EOFException e) {
      throw new UnreadableFileException(RULE, e);
    }
    if (last != ']') {
      throw new UnreadableFileException(RULE, null);
    }
  }

  /** Returns the end of the content; of a compressed one, which has to be read, all of it. */
  private InputStream ending() throws IOException {
    InputStream stored = Files.newInputStream(file);
    if (gzip) {
      return new GZIPInputStream(stored, BUFFER_BYTES);
    }
    stored.skipNBytes(Math.max(0, Files.size(file) - BUFFER_BYTES));
    return stored;
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] start = content.readNBytes(2);
      return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }
  }
}
