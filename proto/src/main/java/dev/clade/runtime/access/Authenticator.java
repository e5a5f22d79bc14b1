package dev.clade.runtime.access;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who calls: by the bearer token if there is one, else by the client certificate. A token
 * that does not hold is refused, whatever the certificate.
 */
@Singleton
final class Authenticator {
  /** Who tokens for Clade's services are for. */
  static final String AUDIENCE = "clade";

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\w.~+/-]+=*)");

  private final AccessKind kind;
  private final OwnTokens ownTokens;

  @Inject
  Authenticator(AccessConfig config, OwnTokens ownTokens) {
    this.kind = config.kind();
    this.ownTokens = ownTokens;
  }

  /**
   * Returns who calls. Fails with {@link Reason#CREDENTIALS_MISSING} or {@link
   * Reason#CREDENTIALS_INVALID}, or with {@link Reason#DEPENDENCY_UNAVAILABLE} while the issuer's
   * keys are not known because it cannot be reached.
   */
  Uni<Caller> authenticate(Credentials credentials) {
    if (kind == AccessKind.OPEN) {
      return Uni.createFrom().item(Caller.ANYBODY);
    }
    try {
      return switch (credentials.authorization().size()) {
        case 0 -> Uni.createFrom().item(byCertificate(credentials));
        case 1 -> byToken(credentials.authorization().getFirst(), credentials.identity());
        default -> throw RefusedCredentials.invalid();
      };
    } catch (CladeException e) {
      return Uni.createFrom().failure(e);
    }
  }

  private static Caller byCertificate(Credentials credentials) {
    return MeshCertificate.caller(credentials.session()).orElseThrow(RefusedCredentials::missing);
  }

  private Uni<Caller> byToken(String header, Uni<SecurityIdentity> identity) {
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      throw RefusedCredentials.invalid();
    }
    return ownTokens
        .caller(bearer.group(1))
        .map(caller -> Uni.createFrom().item(caller))
        .orElseGet(
            () ->
                identity
                    .onItem()
                    .transform(Authenticator::caller)
                    .onFailure()
                    .transform(Authenticator::refusal));
  }

  private static Caller caller(SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      throw RefusedCredentials.invalid();
    }
    String name = identity.getPrincipal().getName();
    // Quarkus asks for a subject only where it knows the issuer by its address.
    if (name == null || name.isBlank()) {
      throw RefusedCredentials.invalid();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity.getRoles().forEach(role -> Role.ofClaim(role).ifPresent(roles::add));
    return new Caller(name, CallerKind.TOKEN, roles);
  }

  private static CladeException refusal(Throwable failure) {
    return switch (failure) {
      case CladeException known -> known;
      case AuthenticationFailedException _ -> RefusedCredentials.invalid();
      default -> unreachable();
    };
  }

  /** Returns the failure of a call whose token cannot be judged now. */
  static CladeException unreachable() {
    return new CladeException(
        Reason.DEPENDENCY_UNAVAILABLE,
        "the issuer of tokens cannot be reached; try again",
        Map.of());
  }
}
