package dev.clade.local.mesh;

import dev.clade.local.client.Address;
import dev.clade.runtime.client.ChannelSecurity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks a service over HTTP what it tells everybody. */
final class ServiceHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient PLAIN =
      HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();

  private final HttpClient client;
  private final String root;

  /**
   * Creates a client of the service at an address.
   *
   * @param security whom to trust, if connections are encrypted; nothing is shown to the service
   */
  ServiceHttp(Address address, ChannelSecurity security) {
    client = security.tls().map(files -> encrypted(files.authorities())).orElse(PLAIN);
    root = "%s://%s".formatted(security.tls().isPresent() ? "https" : "http", address);
  }

  /** Returns the answer for a path. */
  <T> HttpResponse<T> get(String path, BodyHandler<T> body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).build(), body);
  }

  private static HttpClient encrypted(Path authorities) {
    try (InputStream content = Files.newInputStream(authorities)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate each :
          CertificateFactory.getInstance("X.509").generateCertificates(content)) {
        trusted.setCertificateEntry(String.valueOf(trusted.size()), each);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).sslContext(context).build();
    } catch (IOException | GeneralSecurityException e) {
      throw new MeshFailure(
          "%s (%s) cannot be used: %s".formatted(authorities, ChannelSecurity.AUTHORITIES, e), e);
    }
  }
}
