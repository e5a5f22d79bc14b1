package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;

/** Prints figures beside published ones, and asserts them against independently counted ones. */
final class Published {
  private Published() {}

  /**
   * @param here what Clade computes
   * @param counted what another program counts on the same table
   * @param published what the study has on the whole hub
   */
  static void figure(String what, double here, double counted, double published) {
    System.out.printf(
        Locale.ROOT,
        "%-52s %14s  published %14s  ratio %.3f%n",
        what,
        text(here),
        text(published),
        here / published);
    assertThat(here).as(what).isCloseTo(counted, within(Math.abs(counted) * 1e-6));
  }

  private static String text(double figure) {
    boolean whole = figure == Math.rint(figure);
    return whole
        ? "%,d".formatted((long) figure)
        : String.format(Locale.ROOT, Math.abs(figure) < 1e-3 ? "%.3e" : "%.4f", figure);
  }
}
