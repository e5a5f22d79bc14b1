package dev.clade.runtime.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The files that a server's TLS goes by, in PEM form.
 *
 * @param certificate the certificate shown
 * @param key its key
 * @param authorities certificates of those who sign the clients'
 */
record CertificateFiles(Path certificate, Path key, Path authorities) {

  /** Returns when each file was last written, through links. */
  Written written() throws IOException {
    return new Written(
        Files.getLastModifiedTime(certificate),
        Files.getLastModifiedTime(key),
        Files.getLastModifiedTime(authorities));
  }

  /** Returns when the certificate expires. */
  Instant end() throws IOException, CertificateException {
    try (InputStream content = Files.newInputStream(certificate)) {
      return ((X509Certificate)
              CertificateFactory.getInstance("X.509").generateCertificate(content))
          .getNotAfter()
          .toInstant();
    }
  }

  /** When the files were written. */
  record Written(FileTime certificate, FileTime key, FileTime authorities) {

    /**
     * Tells whether all of a change is there: a certificate and a key, one of which is older, do
     * not belong together.
     */
    boolean isWholeAfter(Written former) {
      return certificate.equals(former.certificate) == key.equals(former.key);
    }
  }
}
