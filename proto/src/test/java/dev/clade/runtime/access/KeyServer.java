package dev.clade.runtime.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clade.runtime.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** An issuer with an address, as OpenID Connect has them; it counts how often it is asked. */
final class KeyServer implements AutoCloseable {
  private final HttpServer server;
  private volatile TestIssuer issuer;
  private final AtomicInteger asked = new AtomicInteger();

  KeyServer(TestIssuer issuer) {
    this.issuer = issuer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                """
                {"issuer": "%s", "jwks_uri": "%s/keys", "introspection_endpoint": "%2$s/introspect"}
                """
                    .formatted(TestIssuer.NAME, url())));
    server.createContext("/keys", exchange -> answer(exchange, keySet()));
    server.createContext("/introspect", exchange -> answer(exchange, "{\"active\":true}"));
    server.start();
  }

  /** Returns the issuer's address. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns whose keys it hands out. */
  TestIssuer issuer() {
    return issuer;
  }

  /** Hands out the keys of another issuer from now on, as one does that has a new key. */
  void change(TestIssuer changed) {
    issuer = changed;
  }

  /** Returns how often it was asked for anything. */
  int asked() {
    return asked.get();
  }

  private String keySet() {
    return new JsonWebKeySet(issuer.key()).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    asked.incrementAndGet();
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
