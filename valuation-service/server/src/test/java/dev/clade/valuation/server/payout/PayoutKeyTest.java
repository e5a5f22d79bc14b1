package dev.clade.valuation.server.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayoutKeyTest {
  @TempDir private Path folder;

  @Test
  void withoutAKeyTheCallerIsToldHowToMakeOne() {
    PayoutKey missing = new PayoutKey(Optional.empty());
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(missing::require)
        .withMessageContaining("openssl genpkey -algorithm ed25519")
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.SIGNING_KEY_MISSING));
  }

  @Test
  void aKeyThatCannotBeReadStopsTheService() throws Exception {
    Path file = Files.writeString(folder.resolve("payout.pem"), "nothing");
    assertThatIllegalStateException()
        .isThrownBy(() -> new PayoutKey(Optional.of(file.toString())))
        .withMessageContaining(file.toString());
  }
}
