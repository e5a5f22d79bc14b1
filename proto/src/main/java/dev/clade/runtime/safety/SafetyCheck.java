package dev.clade.runtime.safety;

import java.util.Optional;

/** Looks at one danger of a server's configuration. A server adds its own as beans. */
public interface SafetyCheck {
  /** Returns how operators name the danger when they take it, such as {@code OPEN_ACCESS}. */
  String name();

  /** Returns one sentence on the danger if the configuration has it. Secrets are not told. */
  Optional<String> danger();
}
