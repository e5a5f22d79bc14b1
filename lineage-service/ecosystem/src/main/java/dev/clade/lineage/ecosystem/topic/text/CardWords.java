package dev.clade.lineage.ecosystem.topic.text;

import dev.clade.lineage.ecosystem.topic.mallet.StopWords;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Reads the words of a card, in their order: those of its prose in lower case, with their base form
 * by Krovetz (1993), without stop words, HTML, URLs, e-mail addresses, and whatever has less than
 * three letters, begins with a digit or has other signs in it. Underscores part words. Thread-safe.
 */
final class CardWords {
  private static final int SHORTEST = 3;
  private static final Set<String> NO_WORDS = Set.of("<URL>", "<EMAIL>");
  private static final Analyzer ANALYZER = new WordAnalyzer();

  private CardWords() {}

  /**
   * Reads a card.
   *
   * @param markdown its text
   */
  static List<CardWord> of(String markdown) {
    List<CardWord> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", Prose.of(markdown).replace('_', ' '))) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String form = word.toString();
        stream.incrementToken();
        if (counts(form)) {
          words.add(new CardWord(form, word.toString()));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static boolean counts(String form) {
    return form.length() >= SHORTEST
        && Character.isUnicodeIdentifierStart(form.codePointAt(0))
        && form.codePoints().allMatch(Character::isUnicodeIdentifierPart)
        && !StopWords.contains(form);
  }

  /** Gives every word twice: as it stands, then in its base form. */
  private static final class WordAnalyzer extends Analyzer {
    @Override
    protected Reader initReader(String field, Reader reader) {
      return new HTMLStripCharFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = new UAX29URLEmailTokenizer();
      TokenStream words = new LowerCaseFilter(new TypeTokenFilter(tokenizer, NO_WORDS));
      words = new KeywordRepeatFilter(new EnglishPossessiveFilter(words));
      return new TokenStreamComponents(tokenizer, new KStemFilter(words));
    }
  }
}
