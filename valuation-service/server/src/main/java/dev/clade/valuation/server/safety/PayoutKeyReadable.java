package dev.clade.valuation.server.safety;

import dev.clade.runtime.safety.ListenAddress;
import dev.clade.runtime.safety.SafetyCheck;
import dev.clade.valuation.server.ValuationConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** Everybody on the machine can read the key that signs payouts, on a server that others reach. */
@Singleton
final class PayoutKeyReadable implements SafetyCheck {
  private final Optional<String> file;
  private final boolean reachable;

  @Inject
  PayoutKeyReadable(ValuationConfig config, ListenAddress address) {
    this(config.payout().signingKey(), address.isReachable());
  }

  PayoutKeyReadable(Optional<String> file, boolean reachable) {
    this.file = file;
    this.reachable = reachable;
  }

  @Override
  public String name() {
    return "PAYOUT_KEY_READABLE";
  }

  @Override
  public Optional<String> danger() {
    return file.filter(name -> reachable && isReadableByAll(Path.of(name)))
        .map(name -> "everybody on this machine can read the payout key %s".formatted(name));
  }

  private static boolean isReadableByAll(Path key) {
    try {
      return Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException _) {
      // What cannot be read at all stops the start elsewhere.
      return false;
    }
  }
}
