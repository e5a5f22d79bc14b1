package dev.clade.runtime.safety;

import com.google.common.collect.ImmutableSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The database on another machine has a password that everybody can read in Clade's sources. */
@Singleton
final class DefaultPassword implements SafetyCheck {
  private static final ImmutableSet<String> PUBLISHED =
      ImmutableSet.of("clade", "for-trying-out-only");

  private final Config config;

  @Inject
  DefaultPassword(Config config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "DEFAULT_PASSWORD";
  }

  @Override
  public Optional<String> danger() {
    boolean published =
        value("quarkus.datasource.password").filter(PUBLISHED::contains).isPresent();
    boolean elsewhere =
        Stream.of("quarkus.datasource.reactive.url", "quarkus.datasource.jdbc.url")
            .flatMap(name -> value(name).stream())
            .anyMatch(url -> !Hosts.isLoopbackUrl(url));
    return published && elsewhere
        ? Optional.of("the database's password is one of Clade's published examples")
        : Optional.empty();
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class);
  }
}
