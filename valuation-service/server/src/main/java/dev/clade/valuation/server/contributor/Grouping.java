package dev.clade.valuation.server.contributor;

import java.util.Locale;

/** Whose datasets make one contributor. */
public enum Grouping {
  /** Each dataset is one. */
  DATASET {
    @Override
    String owner(String dataset) {
      return "";
    }
  },
  /** All datasets of one owner are one; those without an owner stand alone. */
  OWNER {
    @Override
    String owner(String dataset) {
      int start = COLLECTION.length();
      int slash = dataset.indexOf('/', start);
      return slash < 0 ? "" : dataset.substring(start, slash);
    }
  };

  private static final String COLLECTION = "datasets/";

  /** Returns the owner that a dataset is counted with; empty when it stands alone. */
  abstract String owner(String dataset);

  /** Returns what datasets of one contributor have in common; the hub tells no case apart. */
  String key(String dataset) {
    String owner = owner(dataset);
    return owner.isEmpty() ? dataset : owner.toLowerCase(Locale.ROOT);
  }

  /** Returns the contributor's name for people: the owner, or the dataset without collection. */
  String displayName(String dataset) {
    String owner = owner(dataset);
    return owner.isEmpty() ? dataset.substring(COLLECTION.length()) : owner;
  }
}
