package dev.clade.runtime.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/**
 * Makes the server of a {@code @QuarkusTest} ask for tokens: {@code @QuarkusTestResource(value =
 * IssuerTestResource.class, restrictToAnnotatedClass = true)}. A field of type {@link TestIssuer}
 * in the test class receives the issuer that the server trusts.
 */
public final class IssuerTestResource implements QuarkusTestResourceLifecycleManager {
  private final TestIssuer issuer = new TestIssuer();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "clade.access.kind",
        "tokens",
        "quarkus.oidc.token.issuer",
        TestIssuer.NAME,
        "quarkus.oidc.public-key",
        Base64.getEncoder().encodeToString(issuer.key().getPublicKey().getEncoded()));
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
  }

  @Override
  public void stop() {}
}
