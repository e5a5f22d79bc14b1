package dev.clade.runtime.access;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.Map;

/**
 * The refusals of callers. They say nothing of what was presented, and have no cause: libraries'
 * exceptions carry tokens.
 */
final class RefusedCredentials {
  private RefusedCredentials() {}

  /** Returns the refusal of a caller without credentials. */
  static CladeException missing() {
    return new CladeException(
        Reason.CREDENTIALS_MISSING,
        "the call needs a bearer token, or a client certificate of the mesh",
        Map.of());
  }

  /** Returns the refusal of credentials that do not hold. */
  static CladeException invalid() {
    return new CladeException(
        Reason.CREDENTIALS_INVALID,
        "the bearer token is malformed, expired, not for this service, or not of an issuer that it"
            + " trusts",
        Map.of());
  }

  /** Returns the refusal of a caller who lacks a role. */
  static CladeException roleMissing(Role needed) {
    return new CladeException(
        Reason.ROLE_MISSING,
        "the call needs the role %s".formatted(needed.claim()),
        Map.of("role", needed.claim()));
  }

  /** Returns the refusal of a method that nobody may call. */
  static CladeException nobodyMay() {
    return new CladeException(Reason.ROLE_MISSING, "no role may make this call", Map.of());
  }
}
