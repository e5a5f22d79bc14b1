package dev.clade.embedding.token;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into lower-case words where Unicode's standard annex 29 has word boundaries, so that
 * scripts without spaces are cut too.
 */
public final class Words {
  private Words() {}

  /** Returns the words of a text in their order. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
      // Names are joined with underscores, hyphens and points: each part is a word.
      tokenizer.setReader(new StringReader(text.replace('_', ' ').replace('.', ' ')));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        words.add(term.toString().toLowerCase(Locale.ROOT));
      }
      tokenizer.end();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return words;
  }
}
