package dev.clade.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.ServerMethodDefinition;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every method of a server with every kind of credentials, against a table written by hand: the
 * file {@code access-matrix.tsv} of the test resources has a line for each method, with who may
 * call it. Subclasses are {@code @QuarkusTest}s with {@link IssuerTestResource}.
 */
public abstract class AccessMatrix {
  private static final String ANYBODY = "anybody";
  private static final String NOBODY = "nobody";
  private static final List<String> ROLES = List.of("reader", "importer", "valuer", "worker");

  @TestHTTPResource URI server;
  @Inject ReachedCalls reached;
  @Inject @Any Instance<BindableService> services;

  /** The issuer that the server trusts. */
  protected TestIssuer issuer;

  private ManagedChannel channel;

  @BeforeEach
  final void connect() {
    channel = newChannel();
  }

  @AfterEach
  final void disconnect() {
    channel.shutdownNow();
  }

  private ManagedChannel newChannel() {
    return NettyChannelBuilder.forAddress(server.getHost(), server.getPort())
        .usePlaintext()
        .build();
  }

  /** Returns a channel to the server. */
  protected final ManagedChannel channel() {
    return channel;
  }

  @Test
  final void everyMethodOfTheServerIsInTheTable() throws IOException {
    List<String> methods = new ArrayList<>();
    for (BindableService service : services) {
      for (ServerMethodDefinition<?, ?> method : service.bindService().getMethods()) {
        methods.add(method.getMethodDescriptor().getFullMethodName());
      }
    }
    assertThat(methods).isNotEmpty();
    assertThat(table()).containsKeys(methods.toArray(String[]::new));
  }

  @Test
  final void everyMethodLetsInWhoMayAndNobodyElse() throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, Optional<String>> credentials = credentials();
    for (Map.Entry<String, Set<String>> row : table().entrySet()) {
      // Calls that were let in end with their connection.
      ManagedChannel connection = newChannel();
      try {
        credentials.forEach(
            (name, credential) -> {
              String expected = expected(row.getValue(), name);
              String actual = actual(connection, row.getKey(), credential);
              if (!actual.equals(expected)) {
                wrong.add(
                    "%s with %s: %s instead of %s".formatted(row.getKey(), name, actual, expected));
              }
            });
      } finally {
        connection.shutdownNow();
      }
    }
    assertThat(wrong).isEmpty();
  }

  private String actual(ManagedChannel connection, String method, Optional<String> credential) {
    return RawCall.refusal(connection, method, credential, reached)
        .map(CladeException::reason)
        .map(Reason::name)
        .orElse("reached");
  }

  private static String expected(Set<String> allowed, String credential) {
    if (allowed.contains(ANYBODY) || allowed.contains(credential)) {
      return "reached";
    }
    if (allowed.contains(NOBODY)) {
      return Reason.ROLE_MISSING.name();
    }
    if (credential.equals("none")) {
      return Reason.CREDENTIALS_MISSING.name();
    }
    return ROLES.contains(credential) || credential.equals("no role")
        ? Reason.ROLE_MISSING.name()
        : Reason.CREDENTIALS_INVALID.name();
  }

  /** The headers {@code Authorization} of callers, by what is right or wrong with them. */
  private Map<String, Optional<String>> credentials() {
    JwtClaims expired = issuer.claims("ada", "reader", "importer", "valuer", "worker");
    expired.setExpirationTimeMinutesInTheFuture(-10);
    JwtClaims elsewhere = issuer.claims("ada", "reader", "importer", "valuer", "worker");
    elsewhere.setAudience("another");
    JwtClaims stranger = issuer.claims("ada", "reader", "importer", "valuer", "worker");
    stranger.setIssuer("https://stranger.test");
    Map<String, Optional<String>> all = new LinkedHashMap<>();
    all.put("none", Optional.empty());
    all.put("garbage", Optional.of("Bearer x.y.z"));
    all.put("expired", Optional.of("Bearer " + issuer.sign(expired)));
    all.put("wrong audience", Optional.of("Bearer " + issuer.sign(elsewhere)));
    all.put("wrong issuer", Optional.of("Bearer " + issuer.sign(stranger)));
    all.put("wrong key", Optional.of("Bearer " + new TestIssuer().token("ada", "valuer")));
    all.put("no role", Optional.of("Bearer " + issuer.token("ada")));
    ROLES.forEach(role -> all.put(role, Optional.of("Bearer " + issuer.token("ada", role))));
    return all;
  }

  private Map<String, Set<String>> table() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/access-matrix.tsv")) {
      Map<String, Set<String>> table = new TreeMap<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> table.put(row[0], Set.of(row[1].split(" "))));
      return table;
    }
  }
}
