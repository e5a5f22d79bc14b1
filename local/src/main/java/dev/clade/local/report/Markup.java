package dev.clade.local.report;

/** Text in HTML and SVG. */
final class Markup {
  private Markup() {}

  /** Returns the text with every character that means something in markup replaced. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
