package dev.clade.lineage.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedMessagesFileTest {
  @TempDir Path folder;

  @Test
  void readsAFilePlainOrCompressed() throws IOException {
    String lines = enough() + "{\"message\": \"Größe\", \"classes\": [], \"source\": 1}\n";
    JudgedMessages plain = JudgedMessagesFile.read(write("judged.jsonl", lines));
    assertThat(plain.messages()).hasSize(11);
    assertThat(plain.messages().getFirst())
        .isEqualTo(new LabelledMessage("Do 0", Set.of(CommitClass.values())));
    assertThat(plain.messages().getLast()).isEqualTo(new LabelledMessage("Größe", Set.of()));

    Path compressed = folder.resolve("judged.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(JudgedMessagesFile.read(compressed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"message\": \"a\"} | classes is missing; it must be a list, maybe empty",
        "{\"message\": \"a\", \"classes\": \"corrective\"} | classes is \"corrective\"; it must be"
            + " a list, maybe empty",
        "{\"message\": \"a\", \"classes\": [\"fix\"]} | classes is \"fix\"; it must name corrective,"
            + " adaptive or perfective",
        "{\"message\": \" \", \"classes\": []} | message is \" \"; it must be a text that is not"
            + " blank",
        "{\"message\": 1, \"classes\": []} | message is 1; it must be a text that is not blank",
        "[1] | the line is [1]; it must be a JSON object",
        "{} {} | the line is {} {}; it must be a JSON object",
        "`` | the line is ; it must be a JSON object",
      })
  void whatCannotBeReadIsRefused(String line, String refusal) throws IOException {
    Path file = write("judged.jsonl", enough() + line + "\n");
    assertThatThrownBy(() -> JudgedMessagesFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "clade.lineage.reports.judged-messages: line 11 of %s: %s".formatted(file, refusal));
  }

  @Test
  void aFileThatIsNotThereOrTooSmallIsRefused() throws IOException {
    Path none = folder.resolve("none.jsonl");
    assertThatThrownBy(() -> JudgedMessagesFile.read(none))
        .hasMessage(
            "clade.lineage.reports.judged-messages is %s; it must be a file that can be read"
                .formatted(none));
    Path plain = write("plain.jsonl.gz", enough());
    assertThatThrownBy(() -> JudgedMessagesFile.read(plain)).hasMessageContaining("can be read");
    Path few = write("few.jsonl", "{\"message\": \"a\", \"classes\": [\"corrective\"]}\n");
    assertThatThrownBy(() -> JudgedMessagesFile.read(few))
        .hasMessageEndingWith(
            "there must be at least 10 different messages that are corrective, not 1");
  }

  private Path write(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name), lines);
  }

  private static String enough() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      lines.append(
          "{\"message\": \"Do %d\", \"classes\": [\"corrective\", \"adaptive\", \"perfective\"]}\n"
              .formatted(i));
    }
    return lines.toString();
  }
}
