package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class CacheEntryTest {
  @Property
  void whatWasWrittenIsRead(
      @ForAll long expiryMillis, @ForAll long computeMillis, @ForAll byte[] message) {
    CacheEntry read =
        CacheEntry.decode(
                new CacheEntry(expiryMillis, computeMillis, ByteString.copyFrom(message)).encode())
            .orElseThrow();
    assertThat(read.expiryMillis()).isEqualTo(expiryMillis);
    assertThat(read.computeMillis()).isEqualTo(computeMillis);
    assertThat(read.message().toByteArray()).isEqualTo(message);
  }

  @Property
  void oneFlippedBitIsNoticed(
      @ForAll byte[] message, @ForAll int position, @ForAll @IntRange(max = 7) int bit) {
    byte[] bytes = new CacheEntry(1, 2, ByteString.copyFrom(message)).encode();
    bytes[Math.floorMod(position, bytes.length)] ^= (byte) (1 << bit);
    assertThat(CacheEntry.decode(bytes)).isEmpty();
  }

  @Property
  void nonsenseIsNoEntry(@ForAll byte[] bytes) {
    assertThat(CacheEntry.decode(bytes)).isEmpty();
  }

  /**
   * The rule's chance is exp(-left / (beta delta)): about 0.1353 two computations before the end.
   */
  @Test
  void renewalComesWithTheChanceOfTheRule() {
    CacheEntry entry = new CacheEntry(10_000, 100, ByteString.EMPTY);
    Random random = new Random(7);
    int due = 0;
    int draws = 100_000;
    for (int draw = 0; draw < draws; draw++) {
      due += entry.isDue(9_800, 1, 1 - random.nextDouble()) ? 1 : 0;
    }
    assertThat(due / (double) draws).isCloseTo(Math.exp(-2), Percentage.withPercentage(3));
  }

  @Test
  void expiredEntriesAreAlwaysDueAndBetaZeroNeverBefore() {
    CacheEntry entry = new CacheEntry(1_000, 500, ByteString.EMPTY);
    assertThat(entry.isDue(1_000, 0, 1)).isTrue();
    assertThat(entry.isDue(999, 0, Double.MIN_VALUE)).isFalse();
  }
}
