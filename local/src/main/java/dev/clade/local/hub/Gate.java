package dev.clade.local.hub;

/** What stands between everybody and a repository's files; its description stays visible. */
public enum Gate {
  /** Nothing. */
  NONE("false"),
  /** A form, after which the files are given. */
  AUTO("\"auto\""),
  /** A form, and the owner's consent. */
  MANUAL("\"manual\"");

  private final String json;

  Gate(String json) {
    this.json = json;
  }

  /** Returns what the hub says of the gate: {@code false}, {@code "auto"} or {@code "manual"}. */
  String json() {
    return json;
  }

  /** Returns the gate that the hub calls so, in JSON or in a table. */
  static Gate ofText(String text) {
    for (Gate gate : values()) {
      if (gate.json.replace("\"", "").equals(text)) {
        return gate;
      }
    }
    throw new IllegalArgumentException("no gate is called " + text);
  }
}
