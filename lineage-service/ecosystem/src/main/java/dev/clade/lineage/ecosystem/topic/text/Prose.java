package dev.clade.lineage.ecosystem.topic.text;

import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;

/**
 * What a text in Markdown says: without a block of metadata, fenced, indented and inline code, and
 * the addresses of links. HTML stays as it is.
 *
 * <p>Blocks are those of CommonMark. What is inside of them is not parsed, since the parser calls
 * itself as deep as emphasis is nested, which a text may drive beyond any stack.
 */
final class Prose {
  private static final Pattern METADATA =
      Pattern.compile(
          "\\A\\x{FEFF}?---[ \\t]*\\R.*?^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** A span of code, or an address behind what is linked, with up to one pair of brackets. */
  private static final Pattern NO_PROSE =
      Pattern.compile("(`++)[^`]++\\1|(?<=\\])\\([^()\\n]*+(?:\\([^()\\n]*+\\)[^()\\n]*+)?+\\)");

  private static final Parser BLOCKS = Parser.builder().inlineParserFactory(verbatim()).build();

  private Prose() {}

  static String of(String markdown) {
    Node node = BLOCKS.parse(METADATA.matcher(markdown).replaceFirst(""));
    StringBuilder prose = new StringBuilder();
    while (node != null) {
      switch (node) {
        case Text text -> append(prose, text.getLiteral());
        case HtmlBlock html -> append(prose, html.getLiteral());
        default -> {}
      }
      node = next(node);
    }
    return prose.toString();
  }

  private static InlineParserFactory verbatim() {
    InlineParser parser =
        (SourceLines lines, Node block) -> block.appendChild(new Text(lines.getContent()));
    return any -> parser;
  }

  private static void append(StringBuilder prose, String block) {
    prose.append(NO_PROSE.matcher(block).replaceAll(" ")).append('\n');
  }

  /** Goes in depth without recursion. */
  private static Node next(Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node up = node;
    while (up != null && up.getNext() == null) {
      up = up.getParent();
    }
    return up == null ? null : up.getNext();
  }
}
