package dev.clade.embedding.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.testing.SmallVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingFormatTest {
  private static final EmbeddingVersion VERSION = SmallVersion.of(1);

  /** Eight letters and a number of four bytes. */
  private static final int MAGIC_AND_VERSION = 12;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    EmbeddingVersion read = read(bytes(VERSION));
    assertThat(read.refreshes()).isEqualTo(1);
    assertThat(read.dimension()).isEqualTo(8);
    assertThat(read.probe()).usingRecursiveComparison().isEqualTo(VERSION.probe());
    assertThat(read.attributes()).usingRecursiveComparison().isEqualTo(VERSION.attributes());
    assertThat(read.parents()).usingRecursiveComparison().isEqualTo(VERSION.parents());
    assertThat(read.network().seed()).isEqualTo(VERSION.network().seed());
    assertThat(new FeatureMaker(read.vocabulary(), SmallVersion.AT).table(SmallVersion.HUB))
        .usingRecursiveComparison()
        .isEqualTo(new FeatureMaker(VERSION.vocabulary(), SmallVersion.AT).table(SmallVersion.HUB));
    assertThat(bytes(read)).isEqualTo(bytes(VERSION));
  }

  @Test
  void whatWasNotLearnedIsMissing() throws IOException {
    EmbeddingVersion version =
        new EmbeddingVersion(
            VERSION.vocabulary(),
            VERSION.network(),
            0,
            VERSION.probe(),
            List.of(),
            Optional.empty());
    EmbeddingVersion read = read(bytes(version));
    assertThat(read.attributes()).isEmpty();
    assertThat(read.parents()).isEmpty();
  }

  @Test
  void aFileIsKnownByItsBeginning() throws IOException {
    assertThat(EmbeddingFormat.isBeginning(Arrays.copyOf(bytes(VERSION), 100))).isTrue();
    assertThat(EmbeddingFormat.isBeginning(new byte[100])).isFalse();
    assertThat(EmbeddingFormat.isBeginning(new byte[3])).isFalse();
  }

  @Test
  void anotherFormatIsNamed() throws IOException {
    byte[] older = bytes(VERSION);
    older[MAGIC_AND_VERSION - 1] = 1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(older))
        .withMessage("the file of the version is of format 1; 2 can be read");
  }

  @Test
  void changedBytesAreRefused() throws IOException {
    byte[] good = bytes(VERSION);
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      // Beginnings and endings of parts are where lengths are.
      int place =
          switch (round % 3) {
            case 0 -> round;
            case 1 -> good.length - 1 - random.nextInt(4_000);
            default -> random.nextInt(good.length);
          };
      byte[] bad = good.clone();
      bad[place] ^= (byte) (1 << random.nextInt(8));
      assertThatIllegalArgumentException()
          .as("byte %d", place)
          .isThrownBy(() -> read(bad))
          .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("dev.clade"));
    }
  }

  @Test
  void whatEndsTooEarlyIsRefused() throws IOException {
    byte[] good = bytes(VERSION);
    Random random = new Random(6);
    for (int round = 0; round < 40; round++) {
      byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
      assertThatIllegalArgumentException().as("%d bytes", cut.length).isThrownBy(() -> read(cut));
    }
  }

  @Test
  void theProbeTellsWhoComputesOtherwise() {
    assertThat(VERSION.probe().difference(VERSION)).isZero();

    float[] others = VERSION.probe().fused().clone();
    others[5] += 0.01f;
    assertThat(withProbe(others)).isBetween(0.009, 0.011).isGreaterThan(Probe.TOLERANCE);
    others[7] = Float.NaN;
    assertThat(withProbe(others)).isInfinite();
    assertThat(withProbe(new float[4])).isInfinite();
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmallVersion.of(4))
        .withMessage("refreshes must be from 0 to 3; it is 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Probe(SmallVersion.AT, List.of(), new float[0]))
        .withMessageStartingWith("a probe must have from 1 to 100 repositories");
    RepositoryRecord record = RepositoryRecord.of(RepositoryKind.MODEL, "a").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Probe(SmallVersion.AT, List.of(record, record), new float[3]));
  }

  private static double withProbe(float[] fused) {
    return new Probe(SmallVersion.AT, VERSION.probe().records(), fused).difference(VERSION);
  }

  private static byte[] bytes(EmbeddingVersion version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EmbeddingFormat.write(version, bytes);
    return bytes.toByteArray();
  }

  private static EmbeddingVersion read(byte[] bytes) throws IOException {
    return EmbeddingFormat.read(new ByteArrayInputStream(bytes));
  }
}
