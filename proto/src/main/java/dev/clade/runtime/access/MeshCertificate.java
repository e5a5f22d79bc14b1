package dev.clade.runtime.access;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Tells who calls by the client certificate that the transport has verified. */
final class MeshCertificate {
  /**
   * The services that read from each other, and what else they may do: valuations hand versions of
   * the embedding over. A client's certificate opens the connection only.
   */
  private static final Map<String, Role> SERVICES =
      Map.of(
          "clade-ingest", Role.READER,
          "clade-lineage", Role.READER,
          "clade-valuation", Role.VALUER);

  /** Number of DNS names among the kinds of a certificate's alternative names (RFC 5280). */
  private static final int DNS_NAME = 2;

  private MeshCertificate() {}

  /**
   * Returns who the other side of a connection is, or nothing when it has no certificate.
   *
   * @param session the connection's, or null when it is not encrypted
   */
  static Optional<Caller> caller(SSLSession session) {
    return certificate(session).map(MeshCertificate::caller);
  }

  private static Optional<X509Certificate> certificate(SSLSession session) {
    if (session == null) {
      return Optional.empty();
    }
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate leaf
          ? Optional.of(leaf)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException _) {
      return Optional.empty();
    }
  }

  private static Caller caller(X509Certificate certificate) {
    List<String> names = dnsNames(certificate).toList();
    return names.stream()
        .filter(SERVICES::containsKey)
        .findFirst()
        .map(service -> new Caller(service, CallerKind.CERTIFICATE, Set.of(SERVICES.get(service))))
        .orElseGet(
            () ->
                new Caller(
                    names.stream().findFirst().orElse(""), CallerKind.CERTIFICATE, Set.of()));
  }

  private static Stream<String> dnsNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? Stream.empty()
          : names.stream()
              .filter(name -> name.get(0).equals(DNS_NAME))
              .map(name -> (String) name.get(1));
    } catch (CertificateParsingException _) {
      return Stream.empty();
    }
  }
}
