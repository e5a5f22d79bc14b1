package dev.clade.local.hub;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request, taken apart. */
final class HubRequest {
  private static final String BEARER = "Bearer ";

  private final String method;
  private final URI uri;
  private final String base;
  private final String token;
  private final String knownTag;
  private final List<String> path;
  private final Map<String, List<String>> query;

  HubRequest(HttpExchange exchange) {
    method = exchange.getRequestMethod();
    uri = exchange.getRequestURI();
    base = "http://" + exchange.getRequestHeaders().getFirst("Host");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    token =
        authorization != null && authorization.startsWith(BEARER)
            ? authorization.substring(BEARER.length())
            : null;
    knownTag = exchange.getRequestHeaders().getFirst("If-None-Match");
    path =
        Arrays.stream(uri.getRawPath().split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    query = parse(uri.getRawQuery());
  }

  private static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> parsed = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parsed
            .computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), unused -> new ArrayList<>())
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return parsed;
  }

  String method() {
    return method;
  }

  /** Returns the path and the query as they were sent. */
  String target() {
    return uri.toString();
  }

  /** Returns the segments of the path, decoded. */
  List<String> path() {
    return path;
  }

  /** Returns the token that the caller shows, or null. */
  String token() {
    return token;
  }

  boolean isAnonymous() {
    return token == null;
  }

  /** Returns the ETags that the caller has an answer of already, or null. */
  String knownTag() {
    return knownTag;
  }

  List<String> parameters(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** Returns the first value of a parameter, or null. */
  String parameter(String name) {
    List<String> values = parameters(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  boolean flag(String name) {
    String value = parameter(name);
    return "true".equalsIgnoreCase(value) || "1".equals(value);
  }

  /** Returns a whole number of the query, or what holds where there is none. */
  int number(String name, int otherwise, int most) {
    String value = parameter(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return Math.min(number, most);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a negative number.
    }
    throw RefusedRequestException.badRequest("%s: \"%s\" is no number".formatted(name, value));
  }

  /** Returns the header that leads to the same list with one parameter changed. */
  String nextLink(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    changed.put(name, List.of(value));
    String text =
        changed.entrySet().stream()
            .flatMap(
                parameter ->
                    parameter.getValue().stream()
                        .map(one -> encode(parameter.getKey()) + "=" + encode(one)))
            .collect(Collectors.joining("&"));
    return "<%s%s?%s>; rel=\"next\"".formatted(base, uri.getRawPath(), text);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
