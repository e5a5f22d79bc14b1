package dev.clade.runtime.client;

import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** Reads a certificate and its key, which are replaced one after the other. */
final class KeyPairFiles {
  private static final byte[] PROBE = "clade".getBytes(StandardCharsets.US_ASCII);

  private KeyPairFiles() {}

  /** Certificates, the own one first, and the key. */
  record Read(X509Certificate[] certificates, PrivateKey key) {}

  /**
   * Returns what the files hold.
   *
   * @throws GeneralSecurityException when they make no sense, or do not belong together
   */
  static Read read(TlsFiles.Identity pair) throws IOException, GeneralSecurityException {
    try (InputStream certificate = Files.newInputStream(pair.certificate());
        InputStream key = Files.newInputStream(pair.key())) {
      Read read =
          new Read(
              CertificateUtils.getX509Certificates(certificate),
              CertificateUtils.getPrivateKey(key));
      if (!belongTogether(read)) {
        throw new CertificateException("the key is not the certificate's");
      }
      return read;
    }
  }

  private static boolean belongTogether(Read read) throws GeneralSecurityException {
    String algorithm =
        switch (read.key().getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> read.key().getAlgorithm();
        };
    if (!read.certificates()[0].getPublicKey().getAlgorithm().equals(read.key().getAlgorithm())) {
      return false;
    }
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(read.key());
    signer.update(PROBE);
    byte[] signature = signer.sign();
    signer.initVerify(read.certificates()[0].getPublicKey());
    signer.update(PROBE);
    return signer.verify(signature);
  }
}
