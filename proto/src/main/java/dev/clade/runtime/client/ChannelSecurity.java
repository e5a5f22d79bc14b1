package dev.clade.runtime.client;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a channel is secured.
 *
 * @param tls files of TLS; nothing for a channel that is not encrypted
 * @param token file that holds a bearer token, read again when it changes; nothing for none
 */
public record ChannelSecurity(Optional<TlsFiles> tls, Optional<Path> token) {
  /** Neither encrypted nor with a token. */
  public static final ChannelSecurity NONE =
      new ChannelSecurity(Optional.empty(), Optional.empty());

  /** Environment variable that names the file of the authorities; with it, channels are TLS. */
  public static final String AUTHORITIES = "CLADE_TLS_AUTHORITIES";

  /** Environment variable that names the file of this process's certificate. */
  public static final String CERTIFICATE = "CLADE_TLS_CERTIFICATE";

  /** Environment variable that names the file of the certificate's key. */
  public static final String KEY = "CLADE_TLS_KEY";

  /** Environment variable that names the file of the bearer token. */
  public static final String TOKEN = "CLADE_TOKEN_FILE";

  /**
   * Returns what this process was told by its environment.
   *
   * @throws IllegalArgumentException when that makes no sense
   */
  public static ChannelSecurity fromEnvironment() {
    return of(System.getenv());
  }

  /**
   * Returns what an environment says.
   *
   * @param environment values by name; those that are empty count as missing
   * @throws IllegalArgumentException when there is a certificate without its key or the
   *     authorities, or a key without its certificate
   */
  public static ChannelSecurity of(Map<String, String> environment) {
    Optional<Path> authorities = file(environment, AUTHORITIES);
    Optional<Path> certificate = file(environment, CERTIFICATE);
    Optional<Path> key = file(environment, KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException(
          "%s and %s go together; only one of them is set".formatted(CERTIFICATE, KEY));
    }
    if (certificate.isPresent() && authorities.isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs %s, which is not set".formatted(CERTIFICATE, AUTHORITIES));
    }
    Optional<TlsFiles.Identity> identity =
        certificate.map(file -> new TlsFiles.Identity(file, key.orElseThrow()));
    return new ChannelSecurity(
        authorities.map(file -> new TlsFiles(file, identity)), file(environment, TOKEN));
  }

  /** Returns the same security with another token. */
  public ChannelSecurity withToken(Path file) {
    return new ChannelSecurity(tls, Optional.of(file));
  }

  private static Optional<Path> file(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
  }
}
