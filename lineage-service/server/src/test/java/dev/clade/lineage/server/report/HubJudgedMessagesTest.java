package dev.clade.lineage.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clade.lineage.ecosystem.Analyses;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.runtime.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of Amit and Feitelson (arXiv 2007.10912), as an operator would give them. */
class HubJudgedMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** The digest is by another program, Python's hashlib. */
  @Test
  void aFileMadeOfThePublishedLabels() throws IOException {
    Path file = folder.resolve("judged.jsonl.gz");
    try (BufferedReader rows =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(
                        Files.newInputStream(
                            SharedData.require("commit_labels/swanson_multilabel.jsonl.gz"))),
                    StandardCharsets.UTF_8));
        Writer judged =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        write(JSON.readTree(row), judged);
      }
    }
    JudgedMessages read = JudgedMessagesFile.read(file);
    assertThat(read.messages()).hasSize(1_757);
    assertThat(read.digest()).isEqualTo("sha256-cf2736d1a309");
    assertThat(Analyses.of(read).find("maintenance").orElseThrow().parameters().getFirst())
        .satisfies(each -> assertThat(each.name()).isEqualTo("judged_messages"))
        .satisfies(each -> assertThat(each.standard()).isEqualTo(read.digest()))
        .satisfies(each -> assertThat(each.rule()).endsWith("none, " + read.digest()));
  }

  /** Leaves out what was not judged in full. */
  private static void write(JsonNode row, Writer judged) throws IOException {
    if (Stream.of(CommitClass.values()).noneMatch(each -> row.get(each.word()).isNull())) {
      ObjectNode object = JSON.createObjectNode().put("message", row.get("message").asText());
      ArrayNode classes = object.putArray("classes");
      Stream.of(CommitClass.values())
          .map(CommitClass::word)
          .filter(each -> row.get(each).asBoolean())
          .forEach(classes::add);
      judged.write(object + "\n");
    }
  }
}
