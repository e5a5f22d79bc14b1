package dev.clade.local.trace;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Receives traces over OTLP/HTTP on the loopback interface. Logs and metrics that are sent to the
 * same address are taken and forgotten, so that their senders do not try again for ever.
 */
public final class TraceReceiver implements AutoCloseable {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final HttpServer server;
  private final Consumer<List<TraceSpan>> kept;

  private TraceReceiver(Consumer<List<TraceSpan>> kept) throws IOException {
    this.kept = kept;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/traces", this::receive);
    server.createContext("/v1/", TraceReceiver::forget);
  }

  /**
   * Starts a receiver at a free port.
   *
   * @param kept told the spans of each message, on any thread and several at a time, before the
   *     sender hears that they arrived
   */
  public static TraceReceiver start(Consumer<List<TraceSpan>> kept) {
    try {
      TraceReceiver receiver = new TraceReceiver(kept);
      receiver.server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the base address, which senders of OTLP/HTTP take. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange, keep(exchange) ? OK : BAD_REQUEST);
    }
  }

  private boolean keep(HttpExchange exchange) throws IOException {
    try {
      kept.accept(OtlpSpans.read(ExportTraceServiceRequest.parseFrom(body(exchange))));
      return true;
    } catch (InvalidProtocolBufferException | ZipException e) {
      return false;
    }
  }

  private static void forget(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      answer(exchange, OK);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(exchange.getRequestBody())
        : exchange.getRequestBody();
  }

  /** An empty answer is the message that says that all was taken. */
  private static void answer(HttpExchange exchange, int code) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(code, -1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
