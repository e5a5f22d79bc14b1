package dev.clade.local.fuzz;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Draws calls that no client of gRPC would make, as streams of HTTP/2. */
final class HostileFrames {
  private static final int PREFIX = 5;
  private static final int BOMB = 64 << 20;
  private static final byte[] ZIPPED_BOMB = gzip(new byte[BOMB]);

  private static final List<String> TIMEOUTS =
      List.of(
          "", "1", "-1S", "99999999H", "999999999H", "1X", "1m1m", "0n", "1u", "\u0000S", "1 S");
  private static final List<String> ENCODINGS =
      List.of("gzip", "deflate", "snappy", "identity", "br,gzip", "", "x".repeat(500));
  private static final List<String> TYPES =
      List.of(
          "application/grpc",
          "application/grpc+proto",
          "application/grpc+json",
          "application/grpc-web",
          "application/grpc-web-text",
          "application/grpcx",
          "application/grpc;charset=\u0000",
          "application/json",
          "text/plain",
          "");
  private static final List<String> PATHS =
      List.of(
          "/",
          "//",
          "/a",
          "/a/b",
          "/a/b/c",
          "/clade.ingest.v1.CatalogueService",
          "/clade.ingest.v1.CatalogueService/",
          "/clade.ingest.v1.CatalogueService/Nothing",
          "/clade.nothing.v1.Service/GetArtifact",
          "/clade.ingest.v1.CatalogueService/GetArtifact?a=b",
          "/clade.ingest.v1.CatalogueService/%47etArtifact",
          "/clade.ingest.v1.CatalogueService/GetArtifact/",
          "/CLADE.INGEST.V1.CATALOGUESERVICE/GETARTIFACT",
          "/../clade.ingest.v1.CatalogueService/GetArtifact",
          "/grpc.health.v1.Health/%00",
          "/%",
          "*",
          "",
          "no.slash/Method",
          "/x" + "y".repeat(3_000) + "/z");
  private static final List<String> METHODS =
      List.of("GET", "PUT", "HEAD", "OPTIONS", "CONNECT", "TRACE", "post", "", "P\u0000ST");

  private HostileFrames() {}

  /**
   * A stream.
   *
   * @param headers first frame
   * @param parts a frame of data each
   * @param ends whether the last one says so
   * @param resets whether the client gives the stream up after that
   * @param clean whether nothing is wrong with the headers but, maybe, the path
   */
  record Request(
      Http2Headers headers, List<byte[]> parts, boolean ends, boolean resets, boolean clean) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      headers.forEach(
          each -> text.append("\n  ").append(each.getKey()).append(": ").append(each.getValue()));
      for (byte[] part : parts) {
        String shown = HexFormat.of().formatHex(part, 0, Math.min(200, part.length));
        text.append("\n  data 0x%s (%d bytes)".formatted(shown, part.length));
      }
      return text + (ends ? "\n  end" : "") + (resets ? "\n  reset" : "");
    }
  }

  /** Draws a stream for a method, from a message of it. */
  static Request draw(String method, byte[] message, RandomGenerator random) {
    Http2Headers headers =
        new DefaultHttp2Headers(false)
            .method("POST")
            .scheme("http")
            .path("/" + method)
            .authority("fuzz")
            .add("content-type", "application/grpc")
            .add("te", "trailers");
    List<byte[]> parts = new ArrayList<>(List.of(frame(0, message.length, message)));
    boolean ends = random.nextInt(12) > 0;
    boolean clean = true;
    switch (random.nextInt(16)) {
      case 0 -> headers.set("grpc-timeout", pick(TIMEOUTS, random));
      case 1 -> {
        headers.set("grpc-encoding", pick(ENCODINGS, random));
        parts.set(0, frame(1, message.length, message));
      }
      case 2 -> parts.set(0, frame(1 + random.nextInt(255), message.length, message));
      case 3 -> {
        headers.set("grpc-encoding", "gzip");
        byte[] zipped = random.nextInt(4) == 0 ? ZIPPED_BOMB : gzip(message);
        parts.set(0, frame(1, zipped.length, zipped));
      }
      case 4 -> parts.set(0, frame(0, random.nextInt(), message));
      case 5 -> parts.set(0, frame(0, message.length + 1 + random.nextInt(9), message));
      case 6 -> parts.set(0, WireBytes.randomBytes(random.nextInt(50), random));
      case 7 -> parts.clear();
      case 8 -> {
        parts.add(frame(0, Integer.MAX_VALUE, message));
        parts.add(frame(0, -1, message));
        parts.add(frame(0, Integer.MAX_VALUE, message));
      }
      case 9 -> parts.addAll(List.of(new byte[0], new byte[0]));
      case 10 -> split(parts);
      case 11 -> {
        headers.set("content-type", pick(TYPES, random));
        clean = false;
      }
      case 12, 13 -> headers.path(pick(PATHS, random));
      case 14 -> {
        headers.method(pick(METHODS, random));
        clean = false;
      }
      default -> {
        spoil(headers, random);
        clean = false;
      }
    }
    return new Request(headers, parts, ends, random.nextInt(15) == 0, clean);
  }

  private static void spoil(Http2Headers headers, RandomGenerator random) {
    switch (random.nextInt(9)) {
      case 0 -> headers.remove("te");
      case 1 -> headers.add("Upper-Case", "x");
      case 2 -> headers.add("connection", "close");
      case 3 -> headers.add("x-long", "x".repeat(20_000));
      case 4 -> headers.add("x-control", "a\r\nb: c\u0000");
      case 5 -> headers.remove(":path");
      case 6 -> headers.add(":path", "/twice");
      case 7 -> headers.add("content-length", "3");
      default -> {
        for (int i = 0; i < 300; i++) {
          headers.add("x-many-" + i, "x");
        }
      }
    }
  }

  private static void split(List<byte[]> parts) {
    byte[] whole = parts.removeFirst();
    for (int i = 0; i < Math.min(whole.length, 40); i++) {
      parts.add(
          i < 39 ? new byte[] {whole[i]} : java.util.Arrays.copyOfRange(whole, i, whole.length));
    }
  }

  private static byte[] frame(int flag, int length, byte[] message) {
    return ByteBuffer.allocate(PREFIX + message.length)
        .put((byte) flag)
        .putInt(length)
        .put(message)
        .array();
  }

  private static String pick(List<String> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
      stream.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
