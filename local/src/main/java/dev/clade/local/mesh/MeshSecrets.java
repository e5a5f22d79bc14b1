package dev.clade.local.mesh;

import dev.clade.runtime.access.Role;
import dev.clade.runtime.certificate.CertificateAuthority;
import dev.clade.runtime.certificate.PemText;
import dev.clade.runtime.certificate.PrivateFile;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.TlsFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Certificates and tokens of a secure mesh on one machine, in files of one folder that only their
 * owner can read. They are made anew whenever the mesh starts.
 *
 * @param folder where they lie
 */
public record MeshSecrets(Path folder) {
  /** What a client's certificate is for; it opens connections and has no roles. */
  public static final String CLIENT = "clade-client";

  /** Name of the token that has every role of people. */
  static final String OPERATOR = "operator";

  private static final Duration LIFETIME = Duration.ofDays(365);

  /** Returns the secrets of the mesh of a state folder. */
  public static MeshSecrets in(StateFolder state) {
    return new MeshSecrets(state.root().resolve("tls"));
  }

  /**
   * Makes an authority, a certificate for each service and for clients, and a token for each role.
   */
  void make() {
    Instant end = Instant.now().plus(LIFETIME);
    try {
      Folders.delete(folder);
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      CertificateAuthority authority = CertificateAuthority.create("Clade on this machine", end);
      PrivateFile.write(authorities(), PemText.of(authority.certificate()));
      for (Service service : Service.values()) {
        issue(authority, name(service), end);
      }
      issue(authority, CLIENT, end);
      MeshTokens tokens = new MeshTokens();
      for (Role role : Role.values()) {
        PrivateFile.write(token(role.claim()), tokens.issue(role.claim(), end, role));
      }
      PrivateFile.write(token(OPERATOR), tokens.issue(OPERATOR, end, Role.IMPORTER, Role.VALUER));
      PrivateFile.write(tokenKey(), tokens.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the mesh's secrets", e);
    }
  }

  /**
   * Puts a new certificate and key in the place of those there are.
   *
   * @param name of a service, such as {@code clade-ingest}, or {@link #CLIENT}
   * @param end when it expires
   */
  public void issue(CertificateAuthority authority, String name, Instant end) throws IOException {
    authority
        .issue(end, List.of(name, "localhost"), List.of("127.0.0.1"))
        .write(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
  }

  /** Returns the name that a service's certificate is for. */
  public static String name(Service service) {
    return "clade-" + service.label();
  }

  /** Returns the file of whom everybody trusts to sign certificates. */
  public Path authorities() {
    return folder.resolve("ca.crt");
  }

  /** Returns the file of a token. */
  public Path token(String name) {
    return folder.resolve(name + ".jwt");
  }

  /** Returns how clients talk to the mesh, with no token. */
  public ChannelSecurity client() {
    TlsFiles.Identity identity =
        new TlsFiles.Identity(folder.resolve(CLIENT + ".crt"), folder.resolve(CLIENT + ".key"));
    return new ChannelSecurity(
        Optional.of(new TlsFiles(authorities(), Optional.of(identity))), Optional.empty());
  }

  /** Returns how an operator talks to the mesh. */
  public ChannelSecurity operator() {
    return client().withToken(token(OPERATOR));
  }

  /** Returns what a service is told through its environment. */
  Map<String, String> environment(Service service) {
    return Map.of(
        "QUARKUS_PROFILE",
        "prod,mtls",
        ChannelSecurity.CERTIFICATE,
        folder.resolve(name(service) + ".crt").toString(),
        ChannelSecurity.KEY,
        folder.resolve(name(service) + ".key").toString(),
        ChannelSecurity.AUTHORITIES,
        authorities().toString(),
        "CLADE_ACCESS_KIND",
        "tokens",
        "QUARKUS_OIDC_TOKEN_ISSUER",
        MeshTokens.ISSUER,
        "QUARKUS_OIDC_PUBLIC_KEY",
        readTokenKey());
  }

  private Path tokenKey() {
    return folder.resolve("token-key");
  }

  private String readTokenKey() {
    try {
      return Files.readString(tokenKey());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the mesh's secrets", e);
    }
  }
}
