package dev.clade.runtime.access;

import dev.clade.runtime.testing.IssuerTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the server of a test speak TLS and ask for tokens, and gives the test's field of this type
 * the certificates of the mesh. Each is its own authority.
 */
public final class MeshCertificates implements QuarkusTestResourceLifecycleManager {
  /** A certificate that the server does not trust. */
  static final String STRANGER = "stranger";

  private static final String SERVER = "server";
  private static final List<String> TRUSTED =
      List.of("clade-ingest", "clade-lineage", "clade-valuation", "clade-client");

  private final IssuerTestResource issuer = new IssuerTestResource();
  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("clade-certificates");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generate(SERVER, "localhost");
    generate(STRANGER, "clade-lineage");
    TRUSTED.forEach(name -> generate(name, name));
    Map<String, String> config = new HashMap<>(issuer.start());
    config.put("quarkus.http.insecure-requests", "disabled");
    config.put("quarkus.http.test-ssl-port", "0");
    config.put("quarkus.tls.key-store.pem.0.cert", certificate(SERVER).toString());
    config.put("quarkus.tls.key-store.pem.0.key", key(SERVER).toString());
    config.put(
        "quarkus.tls.trust-store.pem.certs",
        TRUSTED.stream()
            .map(name -> certificate(name).toString())
            .collect(Collectors.joining(",")));
    return config;
  }

  private void generate(String name, String dnsName) {
    try {
      new CertificateGenerator(folder, true)
          .generate(
              new CertificateRequest()
                  .withName(name)
                  .withCN(name)
                  .withFormat(Format.PEM)
                  .withSubjectAlternativeName("DNS:" + dnsName));
    } catch (Exception e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  /** Returns the server's certificate, for clients to trust. */
  File server() {
    return certificate(SERVER).toFile();
  }

  /** Returns the file of a certificate. */
  Path certificate(String name) {
    return folder.resolve(name + ".crt");
  }

  /** Returns the file of a certificate's key. */
  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  @Override
  public void inject(TestInjector injector) {
    issuer.inject(injector);
    injector.injectIntoFields(this, new TestInjector.MatchesType(MeshCertificates.class));
  }

  @Override
  public void stop() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
