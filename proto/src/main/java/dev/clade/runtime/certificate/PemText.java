package dev.clade.runtime.certificate;

import java.security.Key;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Writes certificates and keys in PEM form (RFC 7468). */
public final class PemText {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private PemText() {}

  /** Returns certificates, one after the other. */
  public static String of(X509Certificate... certificates) {
    return Arrays.stream(certificates).map(PemText::certificate).collect(Collectors.joining());
  }

  /** Returns a private key in PKCS#8, or a public one as SubjectPublicKeyInfo. */
  public static String of(Key key) {
    return block(key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY", key.getEncoded());
  }

  private static String certificate(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate without an encoding", e);
    }
  }

  private static String block(String label, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, LINES.encodeToString(content), label);
  }
}
