package dev.clade.report.render;

import dev.clade.report.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers for people, and in full. */
public final class Numbers {
  private static final MathContext SHORT = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final double LARGEST_PLAIN = 1e15;
  private static final double SMALLEST_PLAIN = 1e-4;

  private Numbers() {}

  /** Returns a cell for people: whole numbers in groups of three, real ones with six digits. */
  public static String readable(Table.Cell cell) {
    return switch (cell) {
      case Table.Text text -> text.text();
      case Table.Whole whole -> String.format(Locale.ROOT, "%,d", whole.number());
      case Table.Real real -> readable(real.number());
    };
  }

  /** Returns a cell with all its digits; nothing for NaN. */
  public static String exact(Table.Cell cell) {
    return switch (cell) {
      case Table.Text text -> text.text();
      case Table.Whole whole -> Long.toString(whole.number());
      case Table.Real real -> Double.isNaN(real.number()) ? "" : Double.toString(real.number());
    };
  }

  static String readable(double number) {
    if (Double.isNaN(number)) {
      return "–";
    }
    double size = Math.abs(number);
    if (Double.isInfinite(number) || size >= LARGEST_PLAIN || (size > 0 && size < SMALLEST_PLAIN)) {
      return String.format(Locale.ROOT, "%.3g", number);
    }
    if (number == Math.rint(number)) {
      return String.format(Locale.ROOT, "%,d", (long) number);
    }
    BigDecimal rounded = new BigDecimal(number).round(SHORT).stripTrailingZeros();
    return rounded.scale() <= 0
        ? String.format(Locale.ROOT, "%,d", rounded.longValueExact())
        : rounded.toPlainString();
  }
}
