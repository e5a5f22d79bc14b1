package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What two messages have in common when they are the same but for case, punctuation and length:
 * equal keys must not stand on both sides of an evaluation.
 */
public final class MessageKey {
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final int LENGTH = 200;

  private MessageKey() {}

  /** Returns a message in lower case, any run of other than a–z and 0–9 one space, cut at 200. */
  public static String of(String message) {
    String key = OTHER.matcher(message.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return key.length() > LENGTH ? key.substring(0, LENGTH) : key;
  }
}
