package dev.clade.valuation.server.credential;

import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.store.CredentialKeyStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Knows the key of workers' credentials: the configured one, else the one in the database, which
 * the first replica that starts puts there. It is looked for until it is found, so that a database
 * that is away for a while delays nothing else.
 */
@ApplicationScoped
public class CredentialKeys {
  private static final Logger LOG = Logger.getLogger(CredentialKeys.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);

  private final CredentialKeyStore store;
  private final Optional<Path> file;
  private final ScheduledExecutorService scheduler;
  private volatile CredentialKey key;

  @Inject
  CredentialKeys(
      CredentialKeyStore store, ValuationConfig config, ScheduledExecutorService scheduler) {
    this.store = store;
    this.file = config.credentialKey().map(Path::of);
    this.scheduler = scheduler;
  }

  void start(@Observes StartupEvent event) {
    if (file.isPresent()) {
      key = read(file.get());
    } else {
      scheduler.execute(this::find);
    }
  }

  /** Returns the key, unless it has not been found yet. */
  public Optional<CredentialKey> known() {
    return Optional.ofNullable(key);
  }

  /**
   * Returns the key.
   *
   * @throws IllegalStateException when it has not been found yet
   */
  public CredentialKey get() {
    return known()
        .orElseThrow(
            () -> new IllegalStateException("the key of workers' credentials is not known yet"));
  }

  private void find() {
    try {
      key = CredentialKey.parse(store.keep(CredentialKey.newJwk()).await().atMost(LONGEST_QUERY));
    } catch (RuntimeException e) {
      LOG.debug("the key of workers' credentials cannot be read, will try again", e);
      scheduler.schedule(this::find, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static CredentialKey read(Path file) {
    try {
      return CredentialKey.parse(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "clade.valuation.credential-key: %s cannot be used: %s".formatted(file, e), e);
    }
  }
}
