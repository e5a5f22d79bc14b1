package dev.clade.lineage.server.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A file of judged messages: in UTF-8, compressed by gzip if its name ends with {@code .gz}, and a
 * JSON object a line, such as {@code {"message": "Fix the build", "classes": ["corrective"]}}. Of
 * each class that a message has not it was judged that it has it not. Other fields are left aside.
 */
final class JudgedMessagesFile {
  private static final String SETTING = "clade.lineage.reports.judged-messages";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private int line;

  private JudgedMessagesFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it cannot be used; it names the line, the field, its
   *     value and the rule
   */
  static JudgedMessages read(Path file) {
    return new JudgedMessagesFile(file).read();
  }

  private JudgedMessages read() {
    List<LabelledMessage> messages = new ArrayList<>();
    try (InputStream stored = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stored) : stored;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        messages.add(message(text));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "%s is %s; it must be a file that can be read".formatted(SETTING, file), e);
    }
    try {
      return new JudgedMessages(messages);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is %s; %s".formatted(SETTING, file, e.getMessage()), e);
    }
  }

  private LabelledMessage message(String text) {
    JsonNode object = object(text);
    JsonNode message = object.path("message");
    if (!message.isTextual() || message.asText().isBlank()) {
      throw bad("message", message, "must be a text that is not blank");
    }
    JsonNode classes = object.path("classes");
    if (!classes.isArray()) {
      throw bad("classes", classes, "must be a list, maybe empty");
    }
    Set<CommitClass> found = EnumSet.noneOf(CommitClass.class);
    for (JsonNode each : classes) {
      found.add(
          CommitClass.of(each.asText())
              .orElseThrow(
                  () -> bad("classes", each, "must name corrective, adaptive or perfective")));
    }
    return new LabelledMessage(message.asText(), found);
  }

  private JsonNode object(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      if (read.isObject()) {
        return read;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(rule("the line", text, "must be a JSON object"), e);
    }
    throw new IllegalArgumentException(rule("the line", text, "must be a JSON object"));
  }

  private IllegalArgumentException bad(String field, JsonNode value, String rule) {
    return new IllegalArgumentException(
        rule(field, value.isMissingNode() ? "missing" : value.toString(), rule));
  }

  private String rule(String field, String value, String rule) {
    return "%s: line %d of %s: %s is %s; it %s".formatted(SETTING, line, file, field, value, rule);
  }
}
