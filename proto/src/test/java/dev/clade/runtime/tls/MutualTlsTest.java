package dev.clade.runtime.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.runtime.certificate.CertificateAuthority;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.testing.MountedSecret;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A real server with the profile {@code mtls}, and secrets as Kubernetes mounts and renews them.
 */
@QuarkusTest
@TestProfile(MutualTlsTest.Mesh.class)
final class MutualTlsTest {
  private static final CertificateAuthority AUTHORITY = Certificates.authority("first");
  private static final MountedSecret SERVER = Certificates.secret();

  private final MountedSecret client = Certificates.secret();
  private ManagedChannel channel;

  /** A server that trusts one authority, and looks at its files every second. */
  public static final class Mesh implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "test,mtls";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      Certificates.put(SERVER, AUTHORITY, Certificates.DAY, "localhost", AUTHORITY.certificate());
      Map<String, String> settings = new HashMap<>(Certificates.environment(SERVER));
      settings.put("clade.tls.reload-period", "1s");
      return settings;
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    if (channel != null) {
      channel.shutdownNow();
    }
    Certificates.put(SERVER, AUTHORITY, Certificates.DAY, "localhost", AUTHORITY.certificate());
  }

  @Test
  void aCertificateOfTheAuthorityConnects() {
    Certificates.put(client, AUTHORITY, Certificates.DAY, "clade-client", AUTHORITY.certificate());
    assertThatCode(() -> call(Certificates.security(client))).doesNotThrowAnyException();
  }

  @Test
  void whoShowsNoCertificateConnectsToo() {
    Certificates.put(client, AUTHORITY, Certificates.DAY, "clade-client", AUTHORITY.certificate());
    open("localhost", Certificates.withoutIdentity(client));
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() {
    CertificateAuthority other = Certificates.authority("other");
    Certificates.put(client, other, Certificates.DAY, "clade-client", AUTHORITY.certificate());
    assertThatThrownBy(() -> call(Certificates.security(client)))
        .hasMessageContaining("UNAVAILABLE");
  }

  @Test
  void anExpiredCertificateIsRefused() {
    Certificates.put(
        client, AUTHORITY, Duration.ofHours(-1), "clade-client", AUTHORITY.certificate());
    assertThatThrownBy(() -> call(Certificates.security(client)))
        .hasMessageContaining("UNAVAILABLE");
  }

  @Test
  void aServerOfAnotherAuthorityIsNotTrusted() {
    CertificateAuthority other = Certificates.authority("other");
    Certificates.put(client, AUTHORITY, Certificates.DAY, "clade-client", other.certificate());
    assertThat(failure("localhost"))
        .hasStackTraceContaining("unable to find valid certification path");
  }

  @Test
  void aServerOfAnotherNameIsNotTrusted() {
    Certificates.put(client, AUTHORITY, Certificates.DAY, "clade-client", AUTHORITY.certificate());
    assertThat(failure("127.0.0.1"))
        .hasStackTraceContaining("No subject alternative names matching");
  }

  @Test
  void plainTextIsRefused() throws IOException {
    assertThatThrownBy(() -> call(ChannelSecurity.NONE)).hasMessageContaining("UNAVAILABLE");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket
          .getOutputStream()
          .write("GET /q/health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void renewedCertificatesAreShownToNewConnectionsAndOldOnesGoOn() throws Exception {
    CertificateAuthority second = Certificates.authority("second");
    Certificates.put(
        client,
        AUTHORITY,
        Certificates.DAY,
        "clade-client",
        AUTHORITY.certificate(),
        second.certificate());
    call(Certificates.security(client));
    Certificates.put(
        SERVER,
        second,
        Certificates.DAY,
        "localhost",
        AUTHORITY.certificate(),
        second.certificate());

    await(shown -> shown.getIssuerX500Principal().getName().equals("CN=second"));

    stats();
    channel.shutdownNow();
    Certificates.put(client, second, Certificates.DAY, "clade-client", second.certificate());
    call(Certificates.security(client));
  }

  @Test
  void aClientTakesNewFilesWhileItsChannelIsOpen() throws Exception {
    CertificateAuthority second = Certificates.authority("second");
    Certificates.put(client, AUTHORITY, Certificates.DAY, "clade-client", AUTHORITY.certificate());
    call(Certificates.security(client));
    Certificates.put(client, second, Certificates.DAY, "clade-client", second.certificate());
    Certificates.put(SERVER, second, Certificates.DAY, "localhost", second.certificate());
    await(shown -> shown.getIssuerX500Principal().getName().equals("CN=second"));

    StatusRuntimeException failure = null;
    for (int look = 0; look < 100; look++) {
      channel.enterIdle();
      try {
        stats();
        return;
      } catch (StatusRuntimeException e) {
        failure = e;
      }
    }
    assertThat(failure).isNull();
  }

  @Test
  void filesThatMakeNoSenseLeaveTheFormerCertificateInUseUntilGoodOnesCome() throws Exception {
    String former = shown().getSerialNumber().toString();
    SERVER.put(Map.of("tls.crt", "none", "tls.key", "none", "ca.crt", "none"));
    Thread.sleep(2_500);
    assertThat(shown().getSerialNumber()).hasToString(former);
    Certificates.put(SERVER, AUTHORITY, Certificates.DAY, "localhost", AUTHORITY.certificate());
    await(shown -> !shown.getSerialNumber().toString().equals(former));
  }

  private void call(ChannelSecurity security) {
    open("localhost", security);
    stats();
  }

  private void stats() {
    CatalogueServiceGrpc.newBlockingStub(channel)
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
  }

  private StatusRuntimeException failure(String host) {
    open(host, Certificates.security(client));
    return catchThrowableOfType(StatusRuntimeException.class, this::stats);
  }

  private void open(String host, ChannelSecurity security) {
    channel =
        CladeChannel.open(
            "%s:%d".formatted(host, port()),
            Duration.ofSeconds(20),
            security,
            OpenTelemetry.noop());
  }

  private static int port() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
  }

  private static void await(Function<X509Certificate, Boolean> condition) throws Exception {
    for (int look = 0; look < 300; look++) {
      try {
        if (condition.apply(shown())) {
          return;
        }
      } catch (SSLException | SocketException e) {
        // The server turns a connection away that comes while it changes its certificate.
      }
      Thread.sleep(100);
    }
    assertThat(condition.apply(shown())).isTrue();
  }

  /** Returns the certificate that the server shows to a new connection. */
  private static X509Certificate shown() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port())) {
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  /** Trusts whoever answers, to see what it shows. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
