package dev.clade.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.type.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTextTest {
  @ParameterizedTest
  @CsvSource({
    "1000 EUR,1000,0,'1,000 EUR'",
    "0.1 EUR,0,100000000,0.10 EUR",
    "12.345USD,12,345000000,12.345 USD",
    "7 JPY,7,0,7 JPY"
  })
  void amountsAreReadAndWritten(String text, long units, int nanos, String words) {
    Money money = MoneyText.parse(text);
    assertThat(money.getUnits()).isEqualTo(units);
    assertThat(money.getNanos()).isEqualTo(nanos);
    assertThat(MoneyText.words(money)).isEqualTo(words);
  }

  @Test
  void debtsHaveTheirSign() {
    assertThat(
            MoneyText.words(
                Money.newBuilder()
                    .setCurrencyCode("EUR")
                    .setUnits(-2)
                    .setNanos(-500_000_000)
                    .build()))
        .isEqualTo("-2.50 EUR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EUR", "10", "-1 EUR", "1,000 EUR", "1 eur", "1.0000000001 EUR"})
  void otherTextsAreRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MoneyText.parse(text));
  }
}
