package dev.clade.local.hub;

/**
 * Appends the members of a JSON object to a text. Lists of a thousand repositories are written for
 * every page, so that this avoids what a general writer does for each character.
 */
final class JsonMembers {
  private final StringBuilder out;
  private boolean empty = true;

  JsonMembers(StringBuilder out) {
    this.out = out;
    out.append('{');
  }

  void text(String name, String value) {
    raw(name, "");
    Json.quote(value, out);
  }

  void number(String name, long value) {
    raw(name, "");
    out.append(value);
  }

  void flag(String name, boolean value) {
    raw(name, value ? "true" : "false");
  }

  /** Appends a member whose value is JSON already. */
  void raw(String name, String json) {
    if (!empty) {
      out.append(',');
    }
    empty = false;
    out.append('"').append(name).append("\":").append(json);
  }

  void end() {
    out.append('}');
  }
}
