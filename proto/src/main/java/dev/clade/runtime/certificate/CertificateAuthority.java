package dev.clade.runtime.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority with a key of its own on the curve P-256. Its certificates (RFC 5280) are
 * for servers and clients alike.
 */
public final class CertificateAuthority {
  private static final int SERIAL_BITS = 127;

  private final CertifiedKey root;

  private CertificateAuthority(CertifiedKey root) {
    this.root = root;
  }

  /**
   * Makes a new authority.
   *
   * @param name its common name
   * @param end when its certificate, and with it all that it signs, expires
   */
  public static CertificateAuthority create(String name, Instant end) {
    KeyPair pair = newPair();
    X500Name self = new X500Name("CN=" + name);
    X509v3CertificateBuilder builder = builder(self, self, pair.getPublic(), end);
    try {
      builder
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException("constants that cannot be encoded", e);
    }
    return new CertificateAuthority(
        new CertifiedKey(sign(builder, pair.getPrivate()), pair.getPrivate()));
  }

  /** Returns the certificate that those who trust this authority know it by. */
  public X509Certificate certificate() {
    return root.certificate();
  }

  /**
   * Makes a certificate with a new key.
   *
   * @param end when it expires; may be past, for those who test that
   * @param dnsNames names that it is for, the first one its common name too
   * @param addresses IP addresses that it is for as well
   */
  public CertifiedKey issue(Instant end, List<String> dnsNames, List<String> addresses) {
    KeyPair pair = newPair();
    X500Name issuer = new X500Name(root.certificate().getSubjectX500Principal().getName());
    X509v3CertificateBuilder builder =
        builder(issuer, new X500Name("CN=" + dnsNames.getFirst()), pair.getPublic(), end);
    GeneralName[] names =
        Stream.concat(
                dnsNames.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                addresses.stream().map(name -> new GeneralName(GeneralName.iPAddress, name)))
            .toArray(GeneralName[]::new);
    try {
      builder
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.certificate()))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(
                  new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                  }))
          .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "names that cannot be encoded: " + Arrays.toString(names), e);
    }
    return new CertifiedKey(sign(builder, root.key()), pair.getPrivate());
  }

  /** From an hour ago, or a day before the end, so that clocks may differ a little. */
  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant end) {
    Instant begin = Instant.now().minus(1, ChronoUnit.HOURS);
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
        Date.from(begin.isBefore(end) ? begin : end.minus(1, ChronoUnit.DAYS)),
        Date.from(end),
        subject,
        key);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey signer) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("every JDK signs with ECDSA", e);
    }
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has the curve P-256", e);
    }
  }
}
