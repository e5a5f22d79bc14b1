package dev.clade.local.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.runtime.testing.SharedData;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvImagesTest {
  @TempDir private Path folder;

  @Test
  void everySecondImageIsReferenceAndTheRestIsDealtOut() throws IOException {
    Path file = write("0,1,2,4,7\n4,4,4,4,8\n0,0,0,0,9\n2,2,2,2,8\n1,1,1,1,7\n3,3,3,3,8\n");

    ImageSet set = CsvImages.read(file, CsvImages.Split.ROUND_ROBIN, 2, 2);

    assertThat(set.getWidth()).isEqualTo(2);
    assertThat(set.getHeight()).isEqualTo(2);
    assertThat(set.getReference().getLabels().toByteArray()).containsExactly(7, 9, 7);
    assertThat(set.getReference().getPixels().substring(0, 4).toByteArray())
        .containsExactly(0, 64, 128, 255);
    assertThat(set.getContributorsList())
        .extracting(Contributor::getId)
        .containsExactly("contributor-01", "contributor-02");
    assertThat(set.getContributors(0).getPixels().size()).isEqualTo(8);
    assertThat(set.getContributors(1).getPixels().size()).isEqualTo(4);
  }

  @Test
  void labelsCanBeTheContributors() throws IOException {
    ImageSet set = CsvImages.read(write("0,7\n1,8\n2,7\n3,7\n"), CsvImages.Split.LABEL, 0, 4);

    assertThat(set.getContributorsList())
        .extracting(Contributor::getId)
        .containsExactly("label-07", "label-08");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,2,3\n", "a,1\n", "1,100\n", "-1,1\n", "1\n", "1,1\n1,2,3,4,1\n"})
  void namesFileAndLineOfWhatBreaksARule(String text) throws IOException {
    Path file = write(text);

    assertThatThrownBy(() -> CsvImages.read(file, CsvImages.Split.LABEL, 0, 2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void readsRealDigits() throws IOException {
    Path file = SharedData.require("images/digits.csv.gz");

    ImageSet set = CsvImages.read(file, CsvImages.Split.LABEL, 0, 3);

    assertThat(set.getWidth()).isEqualTo(8);
    assertThat(set.getContributorsCount()).isEqualTo(10);
    assertThat(set.getReference().getLabels().size()).isEqualTo(1_797 / 3);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("images.csv"), text);
  }
}
