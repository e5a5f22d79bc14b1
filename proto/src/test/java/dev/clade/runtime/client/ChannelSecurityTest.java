package dev.clade.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an environment makes of a channel, and what it is told when it makes no sense. */
final class ChannelSecurityTest {
  @TempDir private Path folder;

  @Test
  void anEnvironmentThatSaysNothingOrEmptyThingsMakesAPlainChannel() {
    assertThat(ChannelSecurity.of(Map.of())).isEqualTo(ChannelSecurity.NONE);
    assertThat(
            ChannelSecurity.of(Map.of("CLADE_TLS_AUTHORITIES", "", "CLADE_TLS_CERTIFICATE", " ")))
        .isEqualTo(ChannelSecurity.NONE);
  }

  @Test
  void authoritiesAloneMakeAChannelEncrypted() {
    ChannelSecurity security = ChannelSecurity.of(Map.of("CLADE_TLS_AUTHORITIES", "/ca.crt"));
    assertThat(security.tls().orElseThrow().authorities()).isEqualTo(Path.of("/ca.crt"));
    assertThat(security.tls().orElseThrow().identity()).isEmpty();
  }

  @Test
  void halfAnIdentityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelSecurity.of(Map.of("CLADE_TLS_KEY", "/tls.key")))
        .withMessageContaining("CLADE_TLS_CERTIFICATE and CLADE_TLS_KEY go together");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ChannelSecurity.of(
                    Map.of("CLADE_TLS_KEY", "/tls.key", "CLADE_TLS_CERTIFICATE", "/tls.crt")))
        .withMessageContaining("needs CLADE_TLS_AUTHORITIES");
  }

  @Test
  void aFileThatIsMissingIsNamedWithItsVariable() throws IOException {
    Path authorities = folder.resolve("ca.crt");
    assertRefused(Map.of("CLADE_TLS_AUTHORITIES", authorities.toString()))
        .withMessageContaining(authorities + " (CLADE_TLS_AUTHORITIES)");
    Files.writeString(authorities, "no certificate");
    assertRefused(Map.of("CLADE_TLS_AUTHORITIES", authorities.toString()))
        .withMessageContaining(authorities + " (CLADE_TLS_AUTHORITIES)");
    Path token = folder.resolve("token");
    assertRefused(Map.of("CLADE_TOKEN_FILE", token.toString()))
        .withMessageContaining(token + " (CLADE_TOKEN_FILE)");
  }

  private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(
      Map<String, String> environment) {
    return assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CladeChannel.open(
                    "localhost:1",
                    Duration.ofSeconds(1),
                    ChannelSecurity.of(environment),
                    OpenTelemetry.noop()));
  }
}
