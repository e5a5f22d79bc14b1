package dev.clade.valuation.study.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelledImagesTest {
  @Test
  void halvedImagesHaveTheMeansOfFourPixels() {
    LabelledImages images =
        new LabelledImages(
            4,
            2,
            new byte[] {0, 4, 100, 100, 8, 0, 100, 101, -1, -1, 0, 0, -1, -1, 0, 1},
            new byte[] {1, 2});
    LabelledImages half = images.halved();
    assertThat(half.pixels()).containsExactly(3, 100, -1, 0);
    assertThat(half.size()).isEqualTo(2);
  }

  @Test
  void choosesAndJoins() {
    LabelledImages images =
        new LabelledImages(1, 2, new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {7, 8, 9});
    LabelledImages joined = images.at(2, 0).and(images.range(1, 2));
    assertThat(joined.pixels()).containsExactly(5, 6, 1, 2, 3, 4);
    assertThat(joined.labels()).containsExactly(9, 7, 8);
  }

  @Test
  void imagesWithoutTheirLabelsAreRefused() {
    assertThatThrownBy(() -> new LabelledImages(2, 2, new byte[7], new byte[2]))
        .hasMessageContaining("2 labels of 2 x 2 images need 8; there are 7");
  }
}
