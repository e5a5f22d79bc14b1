package dev.clade.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SampleHubTest {
  private List<String[]> rows;

  @BeforeEach
  void read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(SampleHub.open(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine())
          .isEqualTo("id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags");
      rows = lines.lines().map(line -> line.split("\t", -1)).toList();
    }
  }

  @Test
  void isATableOfSomeHundredModels() {
    assertThat(rows).hasSizeBetween(100, 200).allMatch(row -> row.length == 7);
    assertThat(rows.stream().map(row -> row[0]).distinct()).hasSameSizeAs(rows);
  }

  @Test
  void inventsNoNumbers() {
    assertThat(rows).allMatch(row -> row[2].equals("0") && row[3].equals("0"));
  }

  @Test
  void hasEveryWayToDerive() {
    assertThat(tags())
        .anyMatch(tag -> tag.startsWith("base_model:finetune:"))
        .anyMatch(tag -> tag.startsWith("base_model:adapter:"))
        .anyMatch(tag -> tag.startsWith("base_model:quantized:"))
        .anyMatch(tag -> tag.startsWith("base_model:merge:"))
        .anyMatch(tag -> tag.startsWith("dataset:"))
        .anyMatch(tag -> tag.startsWith("license:"));
  }

  @Test
  void nobodyIsHisOwnBase() {
    assertThat(rows)
        .noneMatch(
            row -> Arrays.stream(row[6].split("\\|")).anyMatch(tag -> tag.endsWith(":" + row[0])));
  }

  private Stream<String> tags() {
    return rows.stream().flatMap(row -> Arrays.stream(row[6].split("\\|")));
  }
}
