package dev.clade.local.contributor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.DataContributor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContributorTableTest {
  private static final ContributorSet SET =
      ContributorSet.newBuilder()
          .addContributors(
              DataContributor.newBuilder()
                  .setId("glue")
                  .setDisplayName("GLUE, \"the\" benchmark\tof 2018")
                  .setItemCount(1_500_000_000_000L)
                  .addSources("datasets/nyu-mll/glue")
                  .addSources("s3://bucket/a,b")
                  .setContentHash("sha256:00")
                  .addLicenses("mit")
                  .addLicenses("other"))
          .addContributors(DataContributor.newBuilder().setId("anna"))
          .build();

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgainWithCommasAndWithTabs() throws IOException {
    for (String name : new String[] {"set.csv", "set.TSV"}) {
      Path file = folder.resolve(name);
      ContributorTable.write(SET, file);
      assertThat(ContributorTable.read(file)).isEqualTo(SET);
    }
    assertThat(Files.readAllLines(folder.resolve("set.TSV")).getFirst())
        .isEqualTo("id\tdisplay_name\titem_count\tsources\tcontent_hash\tlicenses");
  }

  @Test
  void columnsMayBeLeftOutAndStandInAnyOrder() throws IOException {
    assertThat(read("item_count, id\n12, b\n,a\n").getContributorsList())
        .containsExactly(
            DataContributor.newBuilder().setId("b").setItemCount(12).build(),
            DataContributor.newBuilder().setId("a").build());
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    refused("", "must have a column \"id\"");
    refused("id\n", "holds no contributors");
    refused("name\nb\n", "has a column \"name\"");
    refused("item_count\n1\n", "must have a column \"id\"");
    refused("id,id\na,b\n", "is no such table");
    refused("id,item_count\na,1\nb,many\n", "line 3, holds \"many\"");
    refused("id,item_count\na\n", "line 2, must have as many cells as the header");
    refused("id\n\"a\n", "is no such table");
  }

  private void refused(String text, String words) {
    assertThatIOException()
        .isThrownBy(() -> read(text))
        .withMessageContaining("set.csv")
        .withMessageContaining(words);
  }

  private ContributorSet read(String text) throws IOException {
    return ContributorTable.read(Files.writeString(folder.resolve("set.csv"), text));
  }
}
