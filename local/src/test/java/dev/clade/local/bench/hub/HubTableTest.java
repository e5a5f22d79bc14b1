package dev.clade.local.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.sample.SampleHub;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubTableTest {
  @TempDir private Path folder;

  @Test
  void relatesWhatTheTagsDeclare() throws Exception {
    Path table = folder.resolve("models.tsv");
    try (InputStream sample = SampleHub.open()) {
      Files.copy(sample, table);
    }

    Hub hub = HubTable.read(table);

    assertThat(hub.description()).isEqualTo("170 models of models.tsv");
    assertThat(relations(hub, "models/HuggingFaceH4/zephyr-7b-beta"))
        .containsExactly(
            "TRAINED_ON datasets/HuggingFaceH4/ultrachat_200k",
            "TRAINED_ON datasets/HuggingFaceH4/ultrafeedback_binarized",
            "FINETUNE models/mistralai/Mistral-7B-v0.1");
    assertThat(relations(hub, "datasets/HuggingFaceH4/ultrachat_200k")).isEmpty();
  }

  private static List<String> relations(Hub hub, String name) {
    int artifact =
        IntStream.range(0, hub.count())
            .filter(each -> hub.name(each).equals(name))
            .findFirst()
            .orElseThrow();
    return IntStream.range(hub.start(artifact), hub.end(artifact))
        .mapToObj(each -> hub.type(each) + " " + hub.name(hub.upstream(each)))
        .toList();
  }
}
