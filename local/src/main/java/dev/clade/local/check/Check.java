package dev.clade.local.check;

/**
 * What a check found.
 *
 * @param name what was compared, in words
 * @param passed whether both sides agree
 * @param detail the numbers of both sides
 */
public record Check(String name, boolean passed, String detail) {

  /** Returns the check that two numbers are equal. */
  static Check equal(String name, String left, long leftValue, String right, long rightValue) {
    return new Check(
        name,
        leftValue == rightValue,
        "%s %,d, %s %,d".formatted(left, leftValue, right, rightValue));
  }
}
