package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class CacheEntryTest {
  @Property
  void whatWasWrittenIsRead(
      @ForAll long expiryMillis, @ForAll long computeMillis, @ForAll byte[] message) {
    CacheEntry read =
        CacheEntry.decode(
                new CacheEntry(
                        new Freshness(expiryMillis, computeMillis), ByteString.copyFrom(message))
                    .encode())
            .orElseThrow();
    assertThat(read.freshness()).isEqualTo(new Freshness(expiryMillis, computeMillis));
    assertThat(read.message().toByteArray()).isEqualTo(message);
  }

  @Property
  void oneFlippedBitIsNoticed(
      @ForAll byte[] message, @ForAll int position, @ForAll @IntRange(max = 7) int bit) {
    byte[] bytes = new CacheEntry(new Freshness(1, 2), ByteString.copyFrom(message)).encode();
    bytes[Math.floorMod(position, bytes.length)] ^= (byte) (1 << bit);
    assertThat(CacheEntry.decode(bytes)).isEmpty();
  }

  @Property
  void nonsenseIsNoEntry(@ForAll byte[] bytes) {
    assertThat(CacheEntry.decode(bytes)).isEmpty();
  }
}
