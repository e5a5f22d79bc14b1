package dev.clade.runtime.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]"})
  void thisMachineAloneReachesItsLoopback(String host) {
    assertThat(Hosts.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0.0.0.0", "::", "[::]", "10.0.0.1", "localhost.example", "clade-ingest"})
  void everythingElseMayBeReached(String host) {
    assertThat(Hosts.isLoopback(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://localhost:5432/clade",
        "jdbc:postgresql://127.0.0.1/clade?user=a",
        "http://[::1]:8080",
        "localhost:9000",
        "postgresql://u:p@localhost:1,127.0.0.1:2/clade"
      })
  void addressesOfLoopbackAreKnown(String url) {
    assertThat(Hosts.isLoopbackUrl(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgresql://clade-postgres:5432/clade",
        "http://localhost@example.org/",
        "http://example.org/localhost",
        "postgresql://localhost:1,db:2/clade",
        "http://example.org?//localhost"
      })
  void otherAddressesAreToo(String url) {
    assertThat(Hosts.isLoopbackUrl(url)).isFalse();
  }
}
