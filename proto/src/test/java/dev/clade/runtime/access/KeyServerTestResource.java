package dev.clade.runtime.access;

import dev.clade.runtime.testing.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the server of a test fetch the keys of tokens from a {@link KeyServer}. */
public final class KeyServerTestResource implements QuarkusTestResourceLifecycleManager {
  private final KeyServer keys = new KeyServer(new TestIssuer());

  @Override
  public Map<String, String> start() {
    return Map.of("clade.access.kind", "tokens", "quarkus.oidc.auth-server-url", keys.url());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(keys, new TestInjector.MatchesType(KeyServer.class));
  }

  @Override
  public void stop() {
    keys.close();
  }
}
