package dev.clade.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointsTest {
  @Test
  void aHostHasTheStandardPorts() {
    assertThat(Endpoints.parse("hub.example"))
        .isEqualTo(
            new Endpoints(
                new Address("hub.example", 9101),
                new Address("hub.example", 9102),
                new Address("hub.example", 9103)));
  }

  @Test
  void threeAddressesAreThoseOfTheServices() {
    assertThat(Endpoints.parse("a:1,b:2,c"))
        .isEqualTo(new Endpoints(new Address("a", 1), new Address("b", 2), new Address("c", 9103)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:1", "a,b", "a:x,b,c", "a:0,b,c", "a:65536,b,c", ":1,b,c"})
  void refusesWhatIsNoTarget(String text) {
    assertThatThrownBy(() -> Endpoints.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
