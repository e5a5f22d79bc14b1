package dev.clade.local.fuzz;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Requests that are good, from a table of the test resources: a line has a method and a message as
 * protobuf writes it as text, with words in capitals for the names of things in the mesh. A method
 * of a stream of requests has a line for each message.
 */
final class GoodRequests {
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, String> words;

  /**
   * Reads the table.
   *
   * @param words names of things, by the words that stand for them
   */
  GoodRequests(Map<String, String> words) throws IOException {
    this.words = words;
    try (InputStream table = GoodRequests.class.getResourceAsStream("/fuzz/requests.tsv")) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(row -> texts.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row[1]));
    }
  }

  /** Returns the good requests of a method; none where any message will do. */
  List<DynamicMessage> of(FuzzedMethod method) {
    return texts.getOrDefault(method.name(), List.of()).stream()
        .map(text -> parse(method, text))
        .toList();
  }

  private DynamicMessage parse(FuzzedMethod method, String text) {
    String named = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      // As a word: MODEL is not part of ARTIFACT_KIND_MODEL.
      named =
          named.replaceAll(
              "\\b" + word.getKey() + "\\b", Matcher.quoteReplacement(word.getValue()));
    }
    DynamicMessage.Builder message = DynamicMessage.newBuilder(method.descriptor().getInputType());
    try {
      TextFormat.merge(named, message);
    } catch (TextFormat.ParseException e) {
      throw new IllegalArgumentException(method + " " + named, e);
    }
    return message.build();
  }
}
