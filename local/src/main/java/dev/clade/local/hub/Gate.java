package dev.clade.local.hub;

import com.google.gson.JsonPrimitive;

/** What stands between everybody and a repository's files; its description stays visible. */
public enum Gate {
  /** Nothing. */
  NONE(new JsonPrimitive(false)),
  /** A form, after which the files are given. */
  AUTO(new JsonPrimitive("auto")),
  /** A form, and the owner's consent. */
  MANUAL(new JsonPrimitive("manual"));

  private final JsonPrimitive json;

  Gate(JsonPrimitive json) {
    this.json = json;
  }

  /** Returns what the hub says of the gate: {@code false}, {@code "auto"} or {@code "manual"}. */
  JsonPrimitive json() {
    return json;
  }

  /** Returns the gate that the hub calls so, in JSON or in a table. */
  static Gate ofText(String text) {
    for (Gate gate : values()) {
      if (gate.json.getAsString().equals(text)) {
        return gate;
      }
    }
    throw new IllegalArgumentException("no gate is called " + text);
  }
}
