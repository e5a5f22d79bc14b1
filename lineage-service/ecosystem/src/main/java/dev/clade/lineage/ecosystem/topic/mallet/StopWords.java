package dev.clade.lineage.ecosystem.topic.mallet;

import cc.mallet.pipe.TokenSequenceRemoveStopwords;
import cc.mallet.types.Instance;
import cc.mallet.types.TokenSequence;

/** MALLET's English stop words, 524 of them: the list of the SMART system. */
public final class StopWords {
  private static final TokenSequenceRemoveStopwords FILTER;

  static {
    SilentMallet.silence();
    FILTER = new TokenSequenceRemoveStopwords();
  }

  private StopWords() {}

  /** Whether a word in lower case is one of them. */
  public static boolean contains(String word) {
    TokenSequence tokens = new TokenSequence();
    tokens.add(word);
    Instance left = FILTER.pipe(new Instance(tokens, null, null, null));
    return ((TokenSequence) left.getData()).isEmpty();
  }
}
