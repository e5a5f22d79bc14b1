package dev.clade.runtime.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls.
 *
 * @param name subject of the token, or the service that the certificate is for
 * @param kind how that is known
 * @param roles what it may do
 * @param claims the texts that a token of an issuer of the server's own says besides the standard
 *     ones, such as {@code valuation}; empty for other callers
 */
public record Caller(String name, CallerKind kind, Set<Role> roles, Map<String, String> claims) {
  /** Everybody, when access is open: may do all. */
  public static final Caller ANYBODY =
      new Caller("anybody", CallerKind.ANYBODY, EnumSet.allOf(Role.class), Map.of());

  /** Who has not said who it is, or not so that it could be believed: may do nothing. */
  public static final Caller UNKNOWN = new Caller("", CallerKind.UNKNOWN, Set.of(), Map.of());

  /** Creates a caller. */
  public Caller {
    roles = Set.copyOf(roles);
    claims = Map.copyOf(claims);
  }

  /** Creates a caller of whom nothing else is known. */
  Caller(String name, CallerKind kind, Set<Role> roles) {
    this(name, kind, roles, Map.of());
  }

  /** Returns whether it may do what a role is needed for. */
  public boolean may(Role needed) {
    return roles.stream().anyMatch(role -> role.covers(needed));
  }

  /**
   * Does nothing if the caller may do what a role is needed for.
   *
   * @throws dev.clade.runtime.error.CladeException {@link
   *     dev.clade.runtime.error.Reason#ROLE_MISSING} otherwise
   */
  void require(Role needed) {
    if (!may(needed)) {
      throw RefusedCredentials.roleMissing(needed);
    }
  }

  /** Returns what tells it from all others, or nothing for one who may be anybody. */
  Optional<String> key() {
    return kind == CallerKind.ANYBODY ? Optional.empty() : Optional.of(kind + "/" + name);
  }
}
