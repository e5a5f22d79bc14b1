package dev.clade.runtime.safety;

import dev.clade.runtime.access.AccessConfig;
import dev.clade.runtime.access.AccessKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Access is open on a server that others than this machine reach. */
@Singleton
final class OpenAccess implements SafetyCheck {
  private final AccessConfig access;
  private final ListenAddress address;

  @Inject
  OpenAccess(AccessConfig access, ListenAddress address) {
    this.access = access;
    this.address = address;
  }

  @Override
  public String name() {
    return "OPEN_ACCESS";
  }

  @Override
  public Optional<String> danger() {
    return access.kind() == AccessKind.OPEN && address.isReachable()
        ? Optional.of(
            "anybody who reaches %s may do all, since clade.access.kind is open"
                .formatted(address.host()))
        : Optional.empty();
  }
}
