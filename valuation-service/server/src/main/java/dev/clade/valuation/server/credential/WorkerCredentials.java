package dev.clade.valuation.server.credential;

import dev.clade.valuation.server.domain.Names;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Makes the credentials of workers. */
public final class WorkerCredentials {
  /** The issuer that credentials name. */
  public static final String ISSUER = "clade-valuation";

  /** The claim that names the only run that a worker serves. */
  static final String RUN_CLAIM = "valuation";

  private final Supplier<CredentialKey> key;
  private final Clock clock;

  /** Creates a maker that signs with whatever the key is then. */
  public WorkerCredentials(Supplier<CredentialKey> key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * Returns a JSON Web Token (RFC 7519) that holds from now on.
   *
   * @param worker who it is for
   * @param run the only run that it serves; nothing for any
   * @param lifetime how long it holds
   * @throws IllegalStateException when the key is not known yet
   */
  public String issue(String worker, Optional<UUID> run, Duration lifetime) {
    Instant now = clock.instant();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("clade");
    claims.setSubject(worker);
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
    claims.setGeneratedJwtId();
    claims.setStringListClaim("roles", List.of("worker"));
    run.ifPresent(id -> claims.setStringClaim(RUN_CLAIM, Names.ofRun(id)));
    return key.get().sign(claims.toJson());
  }
}
