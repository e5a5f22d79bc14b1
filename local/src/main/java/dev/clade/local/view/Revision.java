package dev.clade.local.view;

/** Hashes of commits, as short as people know them. */
final class Revision {
  private static final int SHOWN = 8;

  private Revision() {}

  static String shorten(String revision) {
    return revision.length() <= SHOWN ? revision : revision.substring(0, SHOWN);
  }
}
