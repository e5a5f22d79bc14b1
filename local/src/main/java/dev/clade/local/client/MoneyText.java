package dev.clade.local.client;

import com.google.type.Money;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money as people type and read it, such as {@code 1000 EUR}. */
public final class MoneyText {
  private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?([A-Z]{3})");
  private static final int NANO_DIGITS = 9;

  private MoneyText() {}

  /**
   * Returns an amount.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Money parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "an amount must be a number and a currency, such as \"1000 EUR\": \"%s\""
              .formatted(text));
    }
    BigDecimal amount = new BigDecimal(matcher.group(1));
    return Money.newBuilder()
        .setCurrencyCode(matcher.group(2))
        .setUnits(amount.longValue())
        .setNanos(amount.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).intValueExact())
        .build();
  }

  /** Returns an amount with a comma between thousands and at least two decimals if it has any. */
  public static String words(Money money) {
    BigDecimal amount =
        BigDecimal.valueOf(money.getUnits())
            .add(BigDecimal.valueOf(money.getNanos(), NANO_DIGITS))
            .stripTrailingZeros();
    int decimals = amount.scale() <= 0 ? 0 : Math.max(2, amount.scale());
    return ("%,." + decimals + "f %s").formatted(amount, money.getCurrencyCode());
  }
}
