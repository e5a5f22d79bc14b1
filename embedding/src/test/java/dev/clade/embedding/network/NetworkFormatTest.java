package dev.clade.embedding.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.feature.View;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NetworkFormatTest {
  private static final NetworkWeights WEIGHTS =
      Samples.weights(Samples.shape(View.TAGS, View.IDENTITY), 1);
  private static final TrainedNetwork NETWORK = new TrainedNetwork(WEIGHTS, -7, "xxh3/1");

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    TrainedNetwork read = NetworkFormat.read(new ByteArrayInputStream(bytes()));

    assertThat(read.seed()).isEqualTo(-7);
    assertThat(read.hashFunction()).isEqualTo("xxh3/1");
    assertThat(read.weights().shape()).isEqualTo(WEIGHTS.shape());
    assertThat(read.weights().dense()).containsExactly(WEIGHTS.dense());
    for (TokenTable table : WEIGHTS.shape().tokenTables()) {
      assertThat(read.weights().table(table)).containsExactly(WEIGHTS.table(table));
    }
  }

  @Test
  void theFormIsAsItIsDescribed() throws IOException {
    byte[] bytes = bytes();

    assertThat(Arrays.copyOf(bytes, 12))
        .containsExactly('C', 'L', 'A', 'D', 'E', 'E', 'M', 'B', 0, 0, 0, 1);
    // Letters, version, two texts' and two tasks' lengths, seed, 16 numbers, floats, checksum.
    assertThat(bytes)
        .hasSize(
            (int) (8 + 4 + (4 + 6) + 8 + 16 * 4 + (4 + 7) + (4 + 7) + 4 * WEIGHTS.count() + 32));
  }

  @Test
  void anyChangedByteIsRefused() throws IOException {
    byte[] good = bytes();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 4;
      assertThatIllegalArgumentException()
          .as("byte %d", i)
          .isThrownBy(() -> NetworkFormat.read(new ByteArrayInputStream(bad)));
    }
  }

  @Test
  void whatEndsTooEarlyIsRefused() throws IOException {
    byte[] good = bytes();
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatIllegalArgumentException()
          .as("%d bytes", length)
          .isThrownBy(() -> NetworkFormat.read(new ByteArrayInputStream(cut)));
    }
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NetworkFormat.write(NETWORK, out);
    return out.toByteArray();
  }
}
