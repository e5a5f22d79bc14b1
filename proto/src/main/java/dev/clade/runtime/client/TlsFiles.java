package dev.clade.runtime.client;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files in PEM form that a client's TLS goes by. They are read again while it runs, so certificates
 * can be renewed under it; a renewed certificate is taken once its key is there too.
 *
 * @param authorities certificates of those whose signature a server's certificate must bear
 * @param identity what the client shows of itself; nothing when a token does
 */
public record TlsFiles(Path authorities, Optional<Identity> identity) {

  /**
   * A certificate and its key.
   *
   * @param certificate the certificate, followed by those between it and an authority
   * @param key its private key in PKCS#8
   */
  public record Identity(Path certificate, Path key) {}
}
