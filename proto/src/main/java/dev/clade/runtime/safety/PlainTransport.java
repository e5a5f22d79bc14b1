package dev.clade.runtime.safety;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A server takes calls from elsewhere that are not encrypted. */
@Singleton
final class PlainTransport implements SafetyCheck {
  private final ListenAddress address;

  @Inject
  PlainTransport(ListenAddress address) {
    this.address = address;
  }

  @Override
  public String name() {
    return "PLAIN_TRANSPORT";
  }

  @Override
  public Optional<String> danger() {
    return address.isPlain() && address.isReachable()
        ? Optional.of(
            "whoever is on the way to %s reads and changes calls, since they are not encrypted"
                .formatted(address.host()))
        : Optional.empty();
  }
}
