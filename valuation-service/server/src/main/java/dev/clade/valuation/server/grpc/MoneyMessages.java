package dev.clade.valuation.server.grpc;

import com.google.type.Money;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.math.BigDecimal;

/** Maps money. */
final class MoneyMessages {
  private static final int NANO_DIGITS = 9;
  private static final int NANOS_PER_UNIT = 1_000_000_000;

  private MoneyMessages() {}

  /** Returns an amount of at most nine decimals. */
  static Money money(String currency, BigDecimal amount) {
    BigDecimal nanos = amount.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS);
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(amount.toBigInteger().longValueExact())
        .setNanos(nanos.intValueExact())
        .build();
  }

  /**
   * Returns the amount of a message.
   *
   * @param field the field that has it
   * @throws CladeException when units and nanos are no amount together
   */
  static BigDecimal amount(String field, Money money) {
    int nanos = money.getNanos();
    if (Math.abs((long) nanos) >= NANOS_PER_UNIT
        || Long.signum(money.getUnits()) * Integer.signum(nanos) < 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field + ".nanos",
          nanos,
          "must be from -999,999,999 to 999,999,999, with the sign of units");
    }
    return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(nanos, NANO_DIGITS));
  }
}
