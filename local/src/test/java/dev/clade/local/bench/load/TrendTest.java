package dev.clade.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TrendTest {
  @Test
  void comparesTheLastQuarterWithTheThirdByTheirMedians() {
    Trend trend =
        Trend.of(List.of(1.0, 2.0, 90.0, 3.0, 4.0, 50.0, 100.0, 99.0, 101.0, 300.0, 110.0, 109.0));

    assertThat(trend).isEqualTo(new Trend(100, 110));
    assertThat(trend.rise()).isEqualTo(10);
    assertThat(trend.percent()).isEqualTo(10);
  }

  @Test
  void whatGrowsUntilItIsWarmIsFlat() {
    assertThat(Trend.of(List.of(1.0, 50.0, 70.0, 70.0)).percent()).isZero();
  }

  @Test
  void needsASampleOfEachQuarter() {
    assertThatIllegalArgumentException().isThrownBy(() -> Trend.of(List.of(1.0, 2.0, 3.0)));
  }
}
