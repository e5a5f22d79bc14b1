package dev.clade.local.fuzz;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A hub that lets nobody in, so that crawls end soon. */
final class RefusingHub implements AutoCloseable {
  private static final int FORBIDDEN = 403;

  private final HttpServer server;

  RefusingHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(FORBIDDEN, -1);
          exchange.close();
        });
    server.start();
  }

  /** Returns its address. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
