package dev.clade.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.report.Figure.Scale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisScaleTest {
  @Test
  void aLinearAxisEndsAtRoundNumbers() {
    AxisScale scale = AxisScale.of(Scale.LINEAR, DoubleStream.of(3, 97));
    assertThat(scale.ticks()).containsExactly(0.0, 50.0, 100.0);
    assertThat(scale.place(0)).isEqualTo(0);
    assertThat(scale.place(25)).isEqualTo(0.25);
    assertThat(scale.place(100)).isEqualTo(1);
  }

  @Test
  void anAxisOfPowersHasThemAsNumbers() {
    AxisScale scale = AxisScale.of(Scale.LOGARITHMIC, DoubleStream.of(0, -3, 5, 2_000));
    assertThat(scale.ticks()).containsExactly(1.0, 10.0, 100.0, 1_000.0, 10_000.0);
    assertThat(scale.place(100)).isEqualTo(0.5);
    assertThat(scale.hasPlace(0)).isFalse();
    assertThat(scale.hasPlace(Double.NaN)).isFalse();
  }

  @Test
  void oneNumberAndNoneHaveAnAxisToo() {
    assertThat(AxisScale.of(Scale.LINEAR, DoubleStream.of(7)).place(7)).isBetween(0.0, 1.0);
    assertThat(AxisScale.of(Scale.LOGARITHMIC, DoubleStream.of(10)).place(10)).isBetween(0.0, 1.0);
    assertThat(AxisScale.of(Scale.LINEAR, DoubleStream.empty()).ticks()).isNotEmpty();
  }
}
