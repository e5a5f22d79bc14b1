package dev.clade.local.hub;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: a status, all headers but length and date, and a body, which may be empty. */
final class HubAnswer {
  private static final String TYPE = "Content-Type";
  private static final Map<String, String> JSON = Map.of(TYPE, "application/json; charset=utf-8");
  private static final Map<String, String> TEXT = Map.of(TYPE, "text/plain; charset=utf-8");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HubAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static HubAnswer json(String text) {
    return json(text.getBytes(StandardCharsets.UTF_8));
  }

  static HubAnswer json(byte[] body) {
    return new HubAnswer(200, JSON, body).with("ETag", GitHash.weakTag(body));
  }

  static HubAnswer file(byte[] content) {
    return new HubAnswer(200, TEXT, content).with("ETag", "\"" + GitHash.ofFile(content) + "\"");
  }

  /** Returns the answer that leads elsewhere for this once, with the same method. */
  static HubAnswer redirect(String location) {
    String text = "Temporary Redirect. Redirecting to " + location;
    return new HubAnswer(307, TEXT, text.getBytes(StandardCharsets.UTF_8))
        .with("Location", location);
  }

  static HubAnswer refusal(RefusedRequestException refused) {
    HubAnswer answer = error(refused.status(), refused.getMessage());
    return refused.code() == null ? answer : answer.with("X-Error-Code", refused.code());
  }

  static HubAnswer error(int status, String message) {
    byte[] body = Json.text(Map.of("error", message)).getBytes(StandardCharsets.UTF_8);
    return new HubAnswer(status, JSON, body).with("X-Error-Message", message);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  HubAnswer with(String header, String value) {
    return with(Map.of(header, value));
  }

  HubAnswer with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new HubAnswer(status, more, body);
  }

  /** Returns this answer with further headers, except those that it has. */
  HubAnswer withDefaults(Map<String, String> others) {
    return new HubAnswer(status, others, body).with(headers);
  }

  /** Returns this answer, or the one that says that the caller has it already. */
  HubAnswer unlessKnown(String knownTag) {
    String tag = headers.get("ETag");
    if (status != 200 || tag == null || knownTag == null || !knownTag.contains(tag)) {
      return this;
    }
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.remove(TYPE);
    return new HubAnswer(304, kept, new byte[0]);
  }
}
