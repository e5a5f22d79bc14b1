package dev.clade.runtime.safety;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The keys of tokens' issuer are fetched so that somebody on the way could put others. */
@Singleton
final class IssuerPlain implements SafetyCheck {
  private final OidcConfig config;

  @Inject
  IssuerPlain(OidcConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "ISSUER_PLAIN";
  }

  @Override
  public Optional<String> danger() {
    return config.namedTenants().values().stream()
        .filter(OidcTenantConfig::tenantEnabled)
        .flatMap(tenant -> tenant.authServerUrl().stream())
        .filter(url -> !url.startsWith("https://") && !Hosts.isLoopbackUrl(url))
        .findFirst()
        .map(
            url -> "the keys of tokens are fetched from %s, which is not encrypted".formatted(url));
  }
}
