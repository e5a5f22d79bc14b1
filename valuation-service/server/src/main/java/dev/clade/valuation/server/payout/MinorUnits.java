package dev.clade.valuation.server.payout;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.document.PayoutTerms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * Rounds amounts to minor units of a currency: the only place where money is rounded but for the
 * split itself.
 *
 * @param currency the currency
 */
record MinorUnits(Currency currency) {
  /**
   * Returns those of the currency that an amount is in.
   *
   * @param field the field that has the amount
   * @throws CladeException when there is no such currency, or it has no minor units
   */
  static MinorUnits of(String field, Amount amount) {
    Optional<Currency> currency =
        Currency.availableCurrencies()
            .filter(each -> each.getCurrencyCode().equals(amount.currency()))
            .filter(each -> each.getDefaultFractionDigits() >= 0)
            .findFirst();
    return new MinorUnits(
        currency.orElseThrow(
            () ->
                CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    field + ".currency_code",
                    amount.currency(),
                    "must be the ISO 4217 code of a currency with minor units, such as EUR")));
  }

  /**
   * Returns an amount in minor units, what is finer rounded half to even.
   *
   * @throws CladeException when it is in another currency, negative or too large
   */
  long of(Amount amount, String field) {
    if (!amount.currency().equals(currency.getCurrencyCode())) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE,
          field + ".currency_code",
          amount.currency(),
          "must be that of the budget, " + currency);
    }
    BigDecimal decimal = amount.amount();
    BigInteger minor =
        decimal
            .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN)
            .unscaledValue();
    if (decimal.signum() < 0 || minor.compareTo(BigInteger.valueOf(PayoutTerms.MOST)) > 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field,
          decimal,
          "must be from 0 to 9,007,199,254,740,991 minor units");
    }
    return minor.longValueExact();
  }
}
