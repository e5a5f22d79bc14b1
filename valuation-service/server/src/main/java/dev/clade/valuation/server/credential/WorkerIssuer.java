package dev.clade.valuation.server.credential;

import dev.clade.runtime.access.Role;
import dev.clade.runtime.access.TokenIssuer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.Map;
import java.util.Set;

/** Has calls verified by the key of workers' credentials. */
@Singleton
final class WorkerIssuer implements TokenIssuer {
  private final CredentialKeys keys;

  @Inject
  WorkerIssuer(CredentialKeys keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return WorkerCredentials.ISSUER;
  }

  @Override
  public Map<String, PublicKey> keys() {
    return keys.known().map(key -> Map.of(key.id(), key.publicKey())).orElseGet(Map::of);
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.WORKER);
  }
}
