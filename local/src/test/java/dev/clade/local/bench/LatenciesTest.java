package dev.clade.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
  @Test
  void takesTheLeastThatEnoughCallsDidNotExceed() {
    long[] milliseconds = LongStream.rangeClosed(1, 200).map(each -> each * 1_000_000).toArray();

    assertThat(Latencies.of(milliseconds)).isEqualTo(new Latencies(100, 198, 200, 200));
  }
}
