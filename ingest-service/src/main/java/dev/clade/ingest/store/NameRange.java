package dev.clade.ingest.store;

/**
 * Names from one text to another in the order of their bytes.
 *
 * @param first the first name, itself within
 * @param end the first name behind; empty for none
 */
public record NameRange(String first, String end) {
  /** Every name. */
  public static final NameRange ALL = new NameRange("", "");

  /** Returns the names that begin with a text which ends in a slash. */
  public static NameRange under(String prefix) {
    // '0' is the character behind '/'.
    return new NameRange(prefix, prefix.substring(0, prefix.length() - 1) + '0');
  }
}
