package dev.clade.valuation.study.experiment;

/**
 * A claim that an experiment puts to the test.
 *
 * @param claim what should be so
 * @param holds whether it is
 * @param measured what was found
 */
public record Check(String claim, boolean holds, String measured) {
  /** Returns it as a line for people. */
  public String line() {
    return "%s %s (%s)".formatted(holds ? "holds:" : "DOES NOT HOLD:", claim, measured);
  }
}
