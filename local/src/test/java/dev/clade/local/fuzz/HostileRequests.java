package dev.clade.local.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws requests over HTTP/1.1, for paths that there are and for others. */
final class HostileRequests {
  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "BREW",
          "get");

  /** {@code *} stands for something hostile, percent-encoded or not. */
  private static final List<String> PATHS =
      List.of(
          "/",
          "/*",
          "/q",
          "/q/",
          "/q/health",
          "/q/health/live",
          "/q/health/ready",
          "/q/health/started",
          "/q/health/*",
          "/q/health/group/*",
          "/q/metrics",
          "/q/metrics/*",
          "/q/info",
          "/q/openapi",
          "/q/dev-ui",
          "/q/arc",
          "/q/../q/health",
          "/%71/metrics",
          "//q//metrics",
          "/favicon.ico",
          "/index.html",
          "/META-INF/MANIFEST.MF",
          "/application.properties",
          "/v1",
          "/v1/*",
          "/v1/models/gpt2/export?format=json",
          "/v1/MODEL/export?format=*",
          "/v1/MODEL/export?format=json&max_depth=*&max_nodes=*&scope=*",
          "/v1/MODEL/export?format=cyclonedx",
          "/v1/MODEL/export?format=graphml&scope=family",
          "/v1/MODEL/export",
          "/v1/*/export?format=json",
          "/v1/models/*/export?format=dot&x=*",
          "/v1/../v1/MODEL/export?format=json",
          "/v1/analyses/activity/report?format=*",
          "/v1/analyses/activity/report?format=json&kinds=*&max_age=*",
          "/v1/analyses/activity/report?format=csv&table=*",
          "/v1/analyses/*/report",
          "/v1/analyses/activity/report?*=*&*=*",
          "/v1/reports/REPORT",
          "/v1/reports/REPORT?format=csv&table=*",
          "/v1/reports/*",
          "/clade.ingest.v1.CatalogueService/GetArtifact",
          "/clade.lineage.v1.LineageService/GetFamily?*",
          "/grpc.health.v1.Health/Check",
          "http://evil.test/v1/*",
          "*");

  private static final List<String> HEADERS =
      List.of(
          "Accept: *",
          "Accept-Encoding: gzip, *",
          "Authorization: Bearer *",
          "Authorization: *",
          "Content-Type: *",
          "Content-Type: application/grpc",
          "Content-Type: application/json",
          "Cookie: *",
          "If-None-Match: *",
          "If-None-Match: \"*\"",
          "Range: bytes=0-*",
          "Range: *",
          "Expect: 100-continue",
          "Expect: *",
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: *",
          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: *",
          "Origin: http://evil.test",
          "X-Forwarded-For: *",
          "X-HTTP-Method-Override: DELETE",
          "traceparent: *",
          "Content-Length: 5",
          "Content-Length: -1",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 99999999999999999999",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: *",
          "X-Many: " + "x".repeat(9_000),
          "X: a\r\n folded",
          "No colon",
          ": empty");

  private static final List<String> BODIES =
      List.of(
          "",
          "hello",
          "{\"a\":" + "[".repeat(2_000),
          "5\r\nhello\r\n0\r\n\r\n",
          "zz\r\n",
          "FFFFFFFFFFFFFFFF\r\n",
          "\u0000\u0000\u0000\u0000\u0000");

  private HostileRequests() {}

  /**
   * A request.
   *
   * @param bytes all of it
   * @param echoes hostile parts of it, in the clear
   * @param clean whether it is by the book, so that an answer is owed
   */
  record Request(byte[] bytes, List<String> echoes, boolean clean) {
    @Override
    public String toString() {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return text.length() <= 1_500 ? text : text.substring(0, 1_500) + "...";
    }
  }

  /** Draws a request that asks the server to close the connection after it. */
  static Request draw(String model, String report, RandomGenerator random) {
    List<String> echoes = new ArrayList<>();
    boolean raw = random.nextInt(6) == 0;
    String path =
        fill(
            pick(PATHS, random).replace("MODEL", model).replace("REPORT", report),
            raw,
            echoes,
            random);
    String method = random.nextInt(3) > 0 ? "GET" : pick(METHODS, random);
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(path);
    text.append(random.nextInt(40) == 0 ? " HTTP/9.9" : " HTTP/1.1").append("\r\n");
    text.append("Host: fuzz\r\nConnection: close\r\n");
    boolean headers = random.nextInt(3) == 0;
    if (headers) {
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        text.append(fill(pick(HEADERS, random), random.nextInt(4) == 0, echoes, random))
            .append("\r\n");
      }
    }
    text.append("\r\n");
    boolean body = headers && random.nextBoolean();
    if (body) {
      text.append(pick(BODIES, random));
    }
    boolean clean =
        !raw && !headers && method.equals("GET") && path.startsWith("/") && text.indexOf("9.9") < 0;
    return new Request(text.toString().getBytes(StandardCharsets.UTF_8), echoes, clean);
  }

  /** As in a path, where a plus is no space. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String fill(
      String template, boolean raw, List<String> echoes, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == '*') {
        String hostile = HostileTexts.draw(random);
        hostile = hostile.substring(0, Math.min(hostile.length(), 600));
        echoes.add(hostile);
        // A router takes several slashes for one.
        echoes.add(hostile.replaceAll("/+", "/"));
        text.append(raw ? hostile : encode(hostile));
      } else {
        text.append(template.charAt(i));
      }
    }
    return text.toString();
  }

  private static String pick(List<String> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
