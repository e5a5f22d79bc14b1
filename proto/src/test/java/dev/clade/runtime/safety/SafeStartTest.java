package dev.clade.runtime.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SafeStartTest {
  private static final List<SafetyCheck> CHECKS =
      List.of(
          new Fixed("FIRE", Optional.of("it burns")),
          new Fixed("FLOOD", Optional.of("it rains")),
          new Fixed("CALM", Optional.empty()));

  @Test
  void allDangersAreToldAtOnce() {
    assertThatExceptionOfType(UnsafeStartException.class)
        .isThrownBy(() -> start())
        .withMessageContaining("FIRE: it burns")
        .withMessageContaining("FLOOD: it rains")
        .satisfies(thrown -> assertThat(thrown).hasMessageNotContaining("CALM"));
  }

  @Test
  void whatIsAllowedDoesNotStopTheStart() {
    start("FIRE", "FLOOD");
    start("FIRE", "FLOOD", "CALM");
    assertThatExceptionOfType(UnsafeStartException.class)
        .isThrownBy(() -> start("FIRE"))
        .withMessageContaining("FLOOD")
        .satisfies(thrown -> assertThat(thrown).hasMessageNotContaining("FIRE"));
  }

  @Test
  void aNameThatIsNoCheckStopsTheStart() {
    assertThatExceptionOfType(UnsafeStartException.class)
        .isThrownBy(() -> start("FIRE", "FLOOD", "FLOD"))
        .withMessageContaining("\"FLOD\"");
  }

  private static void start(String... allowed) {
    new SafeStart(CHECKS, Set.of(allowed)).check();
  }

  /**
   * A danger that is there or not.
   *
   * @param name of the check
   * @param danger what it finds
   */
  private record Fixed(String name, Optional<String> danger) implements SafetyCheck {}
}
