package dev.clade.embedding.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.runtime.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the compressed tables of real hubs. */
final class HubFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HubFiles() {}

  /** Reads the columns of each row of a table behind its headings. */
  static void table(String relative, Consumer<String[]> rows) {
    lines(relative, lines -> lines.skip(1).forEach(line -> rows.accept(line.split("\t", -1))));
  }

  /** Reads the object of each line. */
  static void objects(String relative, Consumer<JsonNode> objects) {
    lines(
        relative,
        lines ->
            lines.forEach(
                line -> {
                  try {
                    objects.accept(JSON.readTree(line));
                  } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                  }
                }));
  }

  /** Returns the texts of a list; none where there is no list. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** Returns a text; empty where there is none. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }

  private static void lines(String relative, Consumer<Stream<String>> reader) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require(relative))),
                StandardCharsets.UTF_8))) {
      reader.accept(lines.lines());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
