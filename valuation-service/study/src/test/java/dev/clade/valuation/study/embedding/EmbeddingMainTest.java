package dev.clade.valuation.study.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordWriter;
import dev.clade.valuation.worker.embedding.DrawnRepositories;
import dev.clade.valuation.worker.embedding.RepositorySet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingMainTest {
  private static final int MODELS = 300;

  @TempDir private Path folder;

  @Test
  void aCardIsWrittenAndGoesOnFromWhatIsKept() throws IOException {
    Path records = records();
    Path out = folder.resolve("out");
    String[] arguments = {
      "--records",
      records.toString(),
      "--name",
      "featureSets/test",
      "--output",
      out.toString(),
      "--epochs",
      "2",
      "--splits"
    };
    assertThat(EmbeddingMain.run(arguments)).isZero();
    JsonObject tables = tables(out);
    assertThat(values(tables, "gates", "gate"))
        .containsExactly("G1", "G2", "G3", "G4", "G5", "G6", "G7");
    assertThat(values(tables, "gates", "verdict"))
        .allMatch(List.of("passed", "failed", "cannot be tested here")::contains);
    assertThat(values(tables, "parents", "system"))
        .contains(
            "fused, as served",
            "fused, link score",
            "B2 BM25",
            "B4 card",
            "B4 tags",
            "B4 numeric",
            "B4 lineage",
            "B4 activity",
            "B5 raw vectors",
            "B6 mean cosine",
            "B6 reciprocal ranks",
            "B8 untrained",
            "B9 TransE",
            "B10 majority, family by name",
            "B10 newest, family by name",
            "B11 without contrast");
    assertThat(values(tables, "labels", "system"))
        .contains("B0 majority", "B1 Hub-Avg", "B3 TF-IDF + LR", "B7 tags + LR");
    assertThat(values(tables, "similar", "system"))
        .contains("fused", "fused, as served", "fused, as served, without text and tags");
    assertThat(values(tables, "splits", "split")).contains("families");
    assertThat(values(tables, "health", "network"))
        .contains("fused 1", "B11 without contrast")
        .doesNotContain("B8 untrained");
    assertThat(values(tables, "missing_views", "lost")).contains("text and tags", "all but graph");
    assertThat(values(tables, "missing_views", "score"))
        .contains("similar by family, fused, nDCG@10", "similar by family, as served, nDCG@10");
    assertThat(out.resolve("embedding.html")).content().contains("<svg");
    String card = Files.readString(out.resolve("embedding.md"));
    assertThat(card)
        .contains("Of featureSets/test. Gates:", "| G7 |")
        .contains("featureSets/test cannot be split by owners: there are too few.");

    // One network is lost: it alone is trained again, and the card is the same.
    Map<Path, FileTime> kept = networks(out);
    assertThat(kept).hasSize(1 + 5 + 1 + 1 + 1);
    Path lost =
        kept.keySet().stream()
            .filter(each -> each.getFileName().toString().startsWith("B4-numeric"))
            .findFirst()
            .orElseThrow();
    Files.delete(lost);
    assertThat(EmbeddingMain.run(arguments)).isZero();
    Map<Path, FileTime> after = networks(out);
    assertThat(after.keySet()).isEqualTo(kept.keySet());
    after.remove(lost);
    assertThat(kept).containsAllEntriesOf(after);
    assertThat(out.resolve("embedding.md")).hasContent(card);
    try (Stream<Path> files = Files.list(out.resolve("card"))) {
      assertThat(files.map(Path::toString)).noneMatch(each -> each.endsWith(".state"));
    }
  }

  @Test
  void optionsOutOfTheirRangeAreRefused() throws IOException {
    String records = records().toString();
    String out = folder.toString();
    assertThat(EmbeddingMain.run("--records", records, "--output", out)).isEqualTo(2);
    for (String[] wrong :
        List.of(
            new String[] {"--seeds", "0"},
            new String[] {"--rows", "99"},
            new String[] {"--epochs", "10001"})) {
      assertThat(
              EmbeddingMain.run(
                  "--records", records, "--name", "n", "--output", out, wrong[0], wrong[1]))
          .isEqualTo(2);
    }
  }

  @Test
  void whatIsNoFileOfRecordsIsAFailure() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "something else");
    for (Path wrong : List.of(other, folder.resolve("missing"))) {
      assertThat(
              EmbeddingMain.run(
                  "--records", wrong.toString(), "--name", "n", "--output", folder.toString()))
          .isEqualTo(1);
    }
  }

  private Path records() throws IOException {
    RepositorySet set = DrawnRepositories.set(MODELS);
    Path file = folder.resolve("set.records");
    try (OutputStream out = Files.newOutputStream(file)) {
      RecordWriter writer = new RecordWriter(out, set.snapshot());
      for (RepositoryRecord record : set.records()) {
        writer.write(record);
      }
      writer.finish();
    }
    return file;
  }

  private static JsonObject tables(Path out) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("embedding.json")))
        .getAsJsonObject()
        .getAsJsonObject("tables");
  }

  private static List<String> values(JsonObject tables, String table, String column) {
    JsonArray rows = tables.getAsJsonArray(table);
    List<String> values = new ArrayList<>();
    for (JsonElement row : rows) {
      values.add(row.getAsJsonObject().get(column).getAsString());
    }
    return values;
  }

  private static Map<Path, FileTime> networks(Path out) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    try (Stream<Path> files = Files.list(out.resolve("card"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".network")).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
