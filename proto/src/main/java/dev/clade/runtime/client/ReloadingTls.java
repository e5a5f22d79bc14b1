package dev.clade.runtime.client;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * TLS of a channel, by files that are looked at every few seconds, through links too. Connections
 * that are there stay as they are; new ones go by the files as they were last found good.
 */
final class ReloadingTls {
  private static final Logger LOG = Logger.getLogger(ReloadingTls.class.getName());
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private static final int FIRST_ATTEMPTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private static final ScheduledExecutorService LOOKING =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("clade-certificates").daemon().factory());

  private final TlsFiles files;
  private final AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
  private final AdvancedTlsX509TrustManager authorities;
  private FileTime authoritiesTime;
  private FileTime certificateTime;
  private FileTime keyTime;
  private boolean failing;

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException naming the variable and the file that is missing or no good
   */
  ReloadingTls(TlsFiles files) {
    this.files = files;
    try {
      authorities = AdvancedTlsX509TrustManager.newBuilder().build();
    } catch (CertificateException e) {
      throw new IllegalStateException("no trust manager could be made", e);
    }
    readAuthorities();
    files.identity().ifPresent(this::readFirst);
  }

  /** Returns the credentials of a channel. */
  ChannelCredentials credentials() {
    TlsChannelCredentials.Builder credentials =
        TlsChannelCredentials.newBuilder().trustManager(authorities);
    if (files.identity().isPresent()) {
      credentials.keyManager(identity);
    }
    return credentials.build();
  }

  /** Goes on looking at the files until a channel is shut down. */
  void reloadFor(ManagedChannel channel) {
    ScheduledFuture<?>[] task = new ScheduledFuture<?>[1];
    task[0] =
        LOOKING.scheduleWithFixedDelay(
            () -> {
              if (channel.isShutdown()) {
                task[0].cancel(false);
              } else {
                reload();
              }
            },
            PERIOD.toMillis(),
            PERIOD.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** A file that is gone or half written is told of once and tried again. */
  private void reload() {
    try {
      readAuthorities();
      files.identity().ifPresent(this::readIdentity);
      failing = false;
    } catch (IllegalArgumentException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "{0}; going on with what was read before", e.getMessage());
      }
      failing = true;
    }
  }

  private void readAuthorities() {
    FileTime found = time(ChannelSecurity.AUTHORITIES, files.authorities());
    if (found.equals(authoritiesTime)) {
      return;
    }
    try {
      authorities.updateTrustCredentials(files.authorities().toFile());
      authoritiesTime = found;
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(ChannelSecurity.AUTHORITIES, files.authorities(), e);
    }
  }

  /** Somebody may be just about to put a new pair in place. */
  private void readFirst(TlsFiles.Identity pair) {
    for (int attempt = 1; ; attempt++) {
      try {
        readIdentity(pair);
        return;
      } catch (IllegalArgumentException e) {
        if (attempt == FIRST_ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(FIRST_PAUSE.toNanos());
      }
    }
  }

  private void readIdentity(TlsFiles.Identity pair) {
    FileTime foundCertificate = time(ChannelSecurity.CERTIFICATE, pair.certificate());
    FileTime foundKey = time(ChannelSecurity.KEY, pair.key());
    if (foundCertificate.equals(certificateTime) && foundKey.equals(keyTime)) {
      return;
    }
    try {
      KeyPairFiles.Read read = KeyPairFiles.read(pair);
      identity.updateIdentityCredentials(read.certificates(), read.key());
      certificateTime = foundCertificate;
      keyTime = foundKey;
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(
          ChannelSecurity.CERTIFICATE + " and " + ChannelSecurity.KEY, pair.certificate(), e);
    }
  }

  private static FileTime time(String variable, Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw unusable(variable, file, e);
    }
  }

  private static IllegalArgumentException unusable(String variable, Path file, Exception cause) {
    return new IllegalArgumentException(
        "the file %s (%s) cannot be used: %s".formatted(file, variable, cause), cause);
  }
}
