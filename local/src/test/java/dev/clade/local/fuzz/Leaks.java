package dev.clade.local.fuzz;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in what a server tells what only its makers should know. */
final class Leaks {
  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("\\w+(Exception|Error)\\b"),
          Pattern.compile("\\b(java|javax|jakarta|dev\\.clade|io|com|org)\\.\\w+\\.\\w+"),
          Pattern.compile("\\bat \\w+(\\.\\w+)+\\("),
          Pattern.compile("\\.(java|class|jar|sql)\\b"),
          Pattern.compile("\\b(SELECT|INSERT INTO|UPDATE \\w+ SET|DELETE FROM|WHERE|SQLSTATE)\\b"),
          Pattern.compile(
              "(?i)\\b(postgres\\w*|redis|hibernate|vert\\.?x|quarkus|netty|protobuf|jackson)\\b"),
          Pattern.compile("(?i)duplicate key|constraint|relation \"|column \"|stack ?trace"),
          Pattern.compile("\\bnull\\b|\\[B@|@[0-9a-f]{6,8}\\b"),
          Pattern.compile("/(home|root|tmp|var|usr|opt|work|etc|proc)/"),
          Pattern.compile("\\b(127\\.0\\.0\\.1|localhost|\\d+\\.\\d+\\.\\d+\\.\\d+:\\d+)\\b"));

  private Leaks() {}

  /**
   * Returns what a text gives away, or nothing.
   *
   * @param echoes what the caller had sent and got back, which is no secret
   */
  static Optional<String> in(String text, Collection<String> echoes) {
    String own = text;
    // The longest first: it may hold another.
    for (String echo : echoes.stream().sorted(comparingInt(String::length).reversed()).toList()) {
      if (!echo.isEmpty()) {
        own = own.replace(echo, "");
      }
    }
    for (Pattern pattern : PATTERNS) {
      Matcher found = pattern.matcher(own);
      if (found.find()) {
        return Optional.of(found.group());
      }
    }
    return Optional.empty();
  }
}
