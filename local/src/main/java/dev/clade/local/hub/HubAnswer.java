package dev.clade.local.hub;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param headers all headers but length and date
 * @param body what is sent, possibly nothing
 */
record HubAnswer(int status, Map<String, String> headers, byte[] body) {
  static HubAnswer json(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new HubAnswer(200, Map.of("Content-Type", "application/json; charset=utf-8"), body)
        .with("ETag", GitHash.weakTag(body));
  }

  static HubAnswer text(int status, String text) {
    return new HubAnswer(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  static HubAnswer refusal(RefusedRequestException refused) {
    HubAnswer answer = error(refused.status(), refused.getMessage());
    return refused.code() == null ? answer : answer.with("X-Error-Code", refused.code());
  }

  static HubAnswer error(int status, String message) {
    byte[] body = Json.text(Map.of("error", message)).getBytes(StandardCharsets.UTF_8);
    return new HubAnswer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body)
        .with("X-Error-Message", message);
  }

  HubAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HubAnswer(status, more, body);
  }

  HubAnswer with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new HubAnswer(status, more, body);
  }

  /** Returns this answer, or the one that says that the caller has it already. */
  HubAnswer unlessKnown(String knownTag) {
    String tag = headers.get("ETag");
    boolean known = status == 200 && tag != null && knownTag != null && knownTag.contains(tag);
    if (!known) {
      return this;
    }
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.remove("Content-Type");
    return new HubAnswer(304, kept, new byte[0]);
  }
}
