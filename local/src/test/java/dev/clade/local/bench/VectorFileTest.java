package dev.clade.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.vector.VectorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  @TempDir private Path folder;

  @Test
  void vectorsAreReadAndBroughtToUnitLength() throws IOException {
    Path file = write(new float[] {3, 4}, new float[] {0, -2}, new float[] {1, 0});
    VectorTable vectors = VectorFile.read(file, 2);
    assertThat(vectors.rows()).isEqualTo(2);
    assertThat(vectors.vector(0)).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    assertThat(vectors.vector(1)).containsExactly(new float[] {0, -1}, within(1e-6f));
  }

  @Test
  void whatIsNoSuchFileIsRefused() throws IOException {
    assertThatIllegalArgumentException().isThrownBy(() -> VectorFile.read(write(), 9));
    Path cut = write(new float[] {3, 4, 5});
    Files.write(cut, new byte[] {0, 0}, StandardOpenOption.APPEND);
    assertThatIllegalArgumentException().isThrownBy(() -> VectorFile.read(cut, 9));
    Path mixed = write(new float[] {1, 2, 3}, new float[] {1}, new float[] {1});
    assertThatIllegalArgumentException().isThrownBy(() -> VectorFile.read(mixed, 9));
  }

  @Test
  void drawnVectorsAreTheSameForASeedAndComeInFamilies() {
    VectorTable vectors = VectorFamilies.draw(2_000, 3);
    assertThat(vectors.values()).isEqualTo(VectorFamilies.draw(2_000, 3).values());
    assertThat(vectors.values()).isNotEqualTo(VectorFamilies.draw(2_000, 4).values());
    // Members of a family are near to each other, and some are copies.
    int near = 0;
    for (int row = 0; row < 200; row++) {
      int at = row;
      near +=
          IntStream.range(0, 2_000)
                  .anyMatch(other -> other != at && vectors.cosine(at, other) > 0.8)
              ? 1
              : 0;
    }
    assertThat(near).isBetween(50, 199);
  }

  private Path write(float[]... vectors) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] vector : vectors) {
      bytes.putInt(vector.length);
      for (float number : vector) {
        bytes.putFloat(number);
      }
    }
    Path file = Files.createTempFile(folder, "vectors", ".fvecs");
    Files.write(file, Arrays.copyOf(bytes.array(), bytes.position()));
    return file;
  }
}
