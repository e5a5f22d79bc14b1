package dev.clade.valuation.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.valuation.worker.training.DivergedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final List<Integer> made = new ArrayList<>();

  @Test
  void stopsAtTheFirstThatConverges() {
    String result = Attempts.first(number -> convergeFrom(1, number));

    assertThat(result).isEqualTo("attempt 1");
    assertThat(made).containsExactly(0, 1);
  }

  @Test
  void givesUpAfterThree() {
    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> Attempts.first(number -> convergeFrom(3, number)))
        .withMessage("attempt 2 diverged");
    assertThat(made).containsExactly(0, 1, 2);
  }

  private String convergeFrom(int first, int number) {
    made.add(number);
    if (number < first) {
      throw new DivergedException("attempt %d diverged".formatted(number));
    }
    return "attempt " + number;
  }
}
