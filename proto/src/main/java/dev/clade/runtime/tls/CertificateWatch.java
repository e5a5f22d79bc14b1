package dev.clade.runtime.tls;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has a server take new certificates when their files change, and says in the log when the one that
 * it shows expires soon, has expired, or cannot be read, and when all is well again.
 */
@Singleton
final class CertificateWatch {
  private static final Logger LOG = Logger.getLogger(CertificateWatch.class);
  private static final Duration SOON = Duration.ofDays(3);
  private static final String NAME = "mesh";
  private static final String SETTINGS = "quarkus.tls.mesh.";

  private final TlsConfigurationRegistry registry;
  private final Event<CertificateUpdatedEvent> updated;
  private final ScheduledExecutorService scheduler;
  private final Config config;
  private final Duration period;
  private CertificateFiles.Written taken;
  private State state = State.GOOD;

  /** How the certificate stands. */
  private enum State {
    GOOD,
    EXPIRES_SOON,
    EXPIRED,
    UNUSABLE
  }

  @Inject
  CertificateWatch(
      TlsConfigurationRegistry registry,
      Event<CertificateUpdatedEvent> updated,
      ScheduledExecutorService scheduler,
      Config config,
      @ConfigProperty(name = "clade.tls.reload-period") Duration period) {
    this.registry = registry;
    this.updated = updated;
    this.scheduler = scheduler;
    this.config = config;
    this.period = period;
  }

  void start(@Observes StartupEvent event) throws IOException {
    if (registry.get(NAME).isEmpty()) {
      return;
    }
    TlsConfiguration tls = registry.get(NAME).get();
    CertificateFiles files =
        new CertificateFiles(
            file("key-store.pem.mesh.cert"),
            file("key-store.pem.mesh.key"),
            file("trust-store.pem.certs"));
    taken = files.written();
    scheduler.scheduleWithFixedDelay(
        () -> look(files, tls), 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Path file(String setting) {
    return config.getValue(SETTINGS + setting, Path.class);
  }

  private void look(CertificateFiles files, TlsConfiguration tls) {
    try {
      CertificateFiles.Written found = files.written();
      Instant end = files.end();
      if (!found.equals(taken) && found.isWholeAfter(taken)) {
        if (!tls.reload()) {
          throw new CertificateException("the key or the authorities make no sense");
        }
        updated.fire(new CertificateUpdatedEvent(NAME, tls));
        taken = found;
      }
      judge(end, files.certificate());
    } catch (IOException | CertificateException | RuntimeException e) {
      enter(State.UNUSABLE, "cannot be used, so the former one stays: " + e, files.certificate());
    }
  }

  private void judge(Instant end, Path certificate) {
    Instant now = Instant.now();
    if (end.isBefore(now)) {
      enter(State.EXPIRED, "expired at %s, new connections fail".formatted(end), certificate);
    } else if (end.isBefore(now.plus(SOON))) {
      enter(State.EXPIRES_SOON, "expires at " + end, certificate);
    } else {
      enter(State.GOOD, "is good until " + end, certificate);
    }
  }

  /** Tells of changes alone. */
  private void enter(State next, String words, Path certificate) {
    if (next != state) {
      LOG.logf(
          switch (next) {
            case GOOD -> Logger.Level.INFO;
            case EXPIRES_SOON -> Logger.Level.WARN;
            case EXPIRED, UNUSABLE -> Logger.Level.ERROR;
          },
          "the certificate %s of this server %s",
          certificate,
          words);
      state = next;
    }
  }
}
