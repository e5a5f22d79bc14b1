package dev.clade.valuation.study.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.runtime.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir private Path folder;

  @Test
  void readsImagesWithTheirLabels() throws IOException {
    Path images = write("images", 0x803, new int[] {2, 1, 3}, new byte[] {1, 2, 3, 4, 5, -1});
    Path labels = write("labels", 0x801, new int[] {2}, new byte[] {9, 0});
    LabelledImages read = IdxFile.read(images, labels);
    assertThat(read.width()).isEqualTo(3);
    assertThat(read.height()).isEqualTo(1);
    assertThat(read.pixels()).containsExactly(1, 2, 3, 4, 5, -1);
    assertThat(read.label(0)).isEqualTo(9);
  }

  @Test
  void whatIsNotSoIsToldByItsName() throws IOException {
    Path images = write("images", 0x803, new int[] {2, 1, 3}, new byte[] {1, 2, 3, 4, 5, 6});
    Path few = write("few", 0x801, new int[] {1}, new byte[] {9});
    Path cut = write("cut", 0x801, new int[] {2}, new byte[] {9});
    Path other = write("other", 0x903, new int[] {2}, new byte[] {9, 9});
    Path none = write("none", 0x801, new int[] {0}, new byte[0]);
    assertThatThrownBy(() -> IdxFile.read(images, few))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 images")
        .hasMessageContaining("1 labels");
    assertThatThrownBy(() -> IdxFile.read(images, cut)).hasMessageContaining("cut: ends before");
    assertThatThrownBy(() -> IdxFile.read(images, other)).hasMessageContaining("00000903");
    assertThatThrownBy(() -> IdxFile.read(images, none)).hasMessageContaining("must be above 0");
  }

  @Test
  void readsRealPicturesOfClothes() throws IOException {
    LabelledImages clothes =
        IdxFile.read(
            SharedData.require("images/t10k-images-idx3-ubyte.gz"),
            SharedData.require("images/t10k-labels-idx1-ubyte.gz"));
    assertThat(clothes.count()).isEqualTo(10_000);
    assertThat(clothes.size()).isEqualTo(28 * 28);
    int[] counts = new int[10];
    for (int image = 0; image < clothes.count(); image++) {
      counts[clothes.label(image)]++;
    }
    assertThat(counts).containsOnly(1_000);
  }

  private Path write(String name, int magic, int[] sizes, byte[] values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(magic);
      for (int size : sizes) {
        out.writeInt(size);
      }
      out.write(values);
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }
}
