package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
  @ParameterizedTest
  @CsvSource({
    "models.jsonl, JSONL",
    "models.jsonl.gz, JSONL",
    "models.ndjson, JSONL",
    "Models.TSV.GZ, TSV",
    "models.parquet, HUB_STATS",
    "dump_20230721.zip, HF_COMMUNITY",
    "HF_model_discussions_commits_formatted_dedup.json, PEATMOSS",
    "models.json.gz, PEATMOSS",
  })
  void theEndingOfAFilesNameTellsItsFormat(String fileName, FileFormat format) {
    assertThat(FileFormat.ofFileName(fileName)).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "models", "models.csv", "models.gz", ".gz", "models.zip.tar"})
  void anotherEndingTellsNothing(String fileName) {
    assertThat(FileFormat.ofFileName(fileName)).isEmpty();
  }

  @Test
  void theNamesAreStoredSoTheyStay() {
    assertThat(FileFormat.values())
        .extracting(FileFormat::name)
        .containsExactly("JSONL", "TSV", "HUB_STATS", "HF_COMMUNITY", "PEATMOSS");
  }
}
