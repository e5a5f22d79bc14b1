package dev.clade.runtime.access;

import java.security.PublicKey;
import java.util.Map;
import java.util.Set;

/**
 * An issuer of tokens that a server brings itself, beside the one that its operator configured for
 * people and programs by {@code quarkus.oidc}. A server that hands out tokens of its own, as
 * valuation does to the workers that it starts, has a bean of this type; there is nothing to
 * register.
 *
 * <p>A token whose claim {@code iss} is the issuer's name is verified here, without any other
 * service: it is a JWS that one of the keys signed with ES256, ES384, RS256, PS256 or EdDSA and
 * whose header {@code kid} names that key; it has the claims {@code sub}, {@code iat} and {@code
 * exp}, the audience {@code clade}, and roles in lower case in the array {@code roles}. Every other
 * text claim is handed to the server's code in {@link Caller#claims}, which decides what it limits
 * the caller to: {@code CurrentCaller.get().claims().get("valuation")}.
 */
public interface TokenIssuer {
  /** The value of the claim {@code iss} of its tokens; no other issuer's. */
  String name();

  /**
   * The keys that its tokens may be signed with now, by their {@code kid}. Asked at every call, so
   * keys may change at any time, but answering must not wait.
   */
  Map<String, PublicKey> keys();

  /** The roles that its tokens may carry; others that they name are as if they did not. */
  Set<Role> roles();
}
