package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecentMessagesTest {
  private static final Freshness LONG_FRESH = new Freshness(Long.MAX_VALUE, 0);

  private final RecentMessages recent =
      new RecentMessages(GivenSettings.with("recent-bytes", "1000000"));

  @Test
  void aMessageIsFoundUntilItIsDue() {
    recent.keep("fresh", StringValue.of("a"), LONG_FRESH);
    recent.keep("over", StringValue.of("b"), new Freshness(System.currentTimeMillis(), 0));
    assertThat(recent.<StringValue>find("fresh")).hasValue(StringValue.of("a"));
    assertThat(recent.<StringValue>find("over")).isEmpty();
    assertThat(recent.<StringValue>find("unknown")).isEmpty();
  }

  /** A message of 10,000 letters takes about 30,200 bytes: a million bytes hold at most 33. */
  @Test
  void memoryIsBounded() {
    IntStream.range(0, 1_000)
        .forEach(i -> recent.keep("" + i, StringValue.of("a".repeat(10_000)), LONG_FRESH));
    assertThat(IntStream.range(0, 1_000).filter(i -> recent.find("" + i).isPresent()).count())
        .isBetween(1L, 33L);
  }
}
