package dev.clade.report.render;

import java.util.Locale;

/** Writes text and numbers into markup. */
final class Markup {
  private Markup() {}

  /** Returns text that markup does not take for its own, in content and in quoted attributes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(each -> append(escaped, each));
    return escaped.toString();
  }

  /** Returns a coordinate with a tenth of a pixel. */
  static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void append(StringBuilder escaped, int codePoint) {
    switch (codePoint) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> {
        // Control characters have no place in XML, whatever way they are written.
        boolean allowed = codePoint >= ' ' || codePoint == '\t' || codePoint == '\n';
        escaped.appendCodePoint(allowed ? codePoint : '\ufffd');
      }
    }
  }
}
