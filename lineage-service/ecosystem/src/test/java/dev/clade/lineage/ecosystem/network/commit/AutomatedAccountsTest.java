package dev.clade.lineage.ecosystem.network.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomatedAccountsTest {
  @Test
  void theShippedOnesHaveReasons() {
    AutomatedAccounts shipped = AutomatedAccounts.shipped();
    assertThat(shipped.reasons()).hasSize(7);
    assertThat(shipped.reasons().get("system")).startsWith("the hub itself");
    assertThat(shipped.contains("sfConvertBot")).isTrue();
    assertThat(shipped.contains("modularbot")).isFalse();
  }

  @Test
  void othersCanBeRead() throws IOException {
    AutomatedAccounts own =
        AutomatedAccounts.read(new StringReader("account\treason\nour-bot\tbuilds nightly\n"));
    assertThat(own.contains("Our-Bot")).isTrue();
    assertThat(own.contains("system")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "bot, line 2 of the automated accounts: must have a name and a reason",
    "bot\t, line 2 of the automated accounts: must have a name and a reason",
    "'bot\tone\nBOT\ttwo', "
        + "line 3 of the automated accounts: must name an account that no other line names",
  })
  void badLinesAreNamed(String lines, String message) {
    assertThatThrownBy(() -> AutomatedAccounts.read(new StringReader("account\treason\n" + lines)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
