package dev.clade.runtime.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and its key.
 *
 * @param certificate the certificate
 * @param key its private key
 */
public record CertifiedKey(X509Certificate certificate, PrivateKey key) {

  /** Writes both in PEM form into files that only their owner can read; each appears whole. */
  public void write(Path certificateFile, Path keyFile) throws IOException {
    PrivateFile.write(certificateFile, PemText.of(certificate));
    PrivateFile.write(keyFile, PemText.of(key));
  }
}
