package dev.clade.valuation.server.payout;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.document.SigningKey;
import dev.clade.valuation.server.ValuationConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The key that payouts are signed with. */
@ApplicationScoped
public class PayoutKey {
  private final Optional<SigningKey> key;

  @Inject
  PayoutKey(ValuationConfig config) {
    this(config.payout().signingKey());
  }

  PayoutKey(Optional<String> file) {
    this.key = file.map(PayoutKey::read);
  }

  /** A key that cannot be read stops the service at its start, not at the first payout. */
  void start(@Observes StartupEvent event) {}

  /** Returns the key; fails with {@link Reason#SIGNING_KEY_MISSING} when there is none. */
  public SigningKey require() {
    return key.orElseThrow(
        () ->
            new CladeException(
                Reason.SIGNING_KEY_MISSING,
                "this service has no key to sign payouts with; make one with \"openssl genpkey"
                    + " -algorithm ed25519 -out payout.pem\", and set clade.valuation.payout.signing-key"
                    + " to the path of that file",
                Map.of()));
  }

  private static SigningKey read(String file) {
    try {
      return SigningKey.fromPem(Files.readString(Path.of(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "clade.valuation.payout.signing-key must be a PEM file with an Ed25519 private key: "
              + file,
          e);
    }
  }
}
