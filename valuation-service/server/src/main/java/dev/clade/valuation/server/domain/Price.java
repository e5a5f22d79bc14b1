package dev.clade.valuation.server.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Price of an hour of a worker's device.
 *
 * @param currency ISO 4217 code
 * @param deviceHour the price
 */
public record Price(String currency, BigDecimal deviceHour) {
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int NANO_DIGITS = 9;

  /** Returns the price of a time, to a billionth of the currency's unit. */
  public BigDecimal of(double deviceSeconds) {
    return deviceHour
        .multiply(BigDecimal.valueOf(deviceSeconds))
        .divide(BigDecimal.valueOf(SECONDS_PER_HOUR), NANO_DIGITS, RoundingMode.HALF_EVEN);
  }
}
