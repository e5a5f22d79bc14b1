package dev.clade.runtime.tls;

import dev.clade.runtime.certificate.CertificateAuthority;
import dev.clade.runtime.certificate.CertifiedKey;
import dev.clade.runtime.certificate.PemText;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.TlsFiles;
import dev.clade.runtime.testing.MountedSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Certificates as secrets that pods mount. */
final class Certificates {
  static final Duration DAY = Duration.ofDays(1);

  private Certificates() {}

  /** Returns a new authority, good for longer than any test. */
  static CertificateAuthority authority(String name) {
    return CertificateAuthority.create(name, Instant.now().plus(DAY));
  }

  /** Returns a secret that has nothing yet. */
  static MountedSecret secret() {
    try {
      return new MountedSecret(Files.createTempDirectory("clade-tls-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a certificate for a name of this machine's, and what to trust, into a secret. */
  static void put(
      MountedSecret secret,
      CertificateAuthority issuer,
      Duration remaining,
      String name,
      X509Certificate... trusted) {
    CertifiedKey own = issuer.issue(Instant.now().plus(remaining), List.of(name), List.of());
    try {
      secret.put(
          Map.of(
              "tls.crt", PemText.of(own.certificate()),
              "tls.key", PemText.of(own.key()),
              "ca.crt", PemText.of(trusted)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what a client with such a secret is told by its environment. */
  static ChannelSecurity security(MountedSecret secret) {
    return ChannelSecurity.of(environment(secret));
  }

  /** Returns the same for a client that shows no certificate. */
  static ChannelSecurity withoutIdentity(MountedSecret secret) {
    return new ChannelSecurity(
        Optional.of(new TlsFiles(secret.file("ca.crt"), Optional.empty())), Optional.empty());
  }

  /** Returns the variables of a process that has mounted a secret. */
  static Map<String, String> environment(MountedSecret secret) {
    return Map.of(
        ChannelSecurity.CERTIFICATE, secret.file("tls.crt").toString(),
        ChannelSecurity.KEY, secret.file("tls.key").toString(),
        ChannelSecurity.AUTHORITIES, secret.file("ca.crt").toString());
  }
}
