package dev.clade.valuation.study.oracle;

import dev.clade.valuation.study.data.LabelledImages;

/** How often each class comes in some images. */
final class ClassShares {
  private static final int CLASSES = 256;

  private final int[] counts = new int[CLASSES];
  private int total;

  private ClassShares() {}

  /** Counts the labels of images; where there are none, every image is of class 0. */
  static ClassShares of(LabelledImages images) {
    ClassShares shares = new ClassShares();
    for (int image = 0; image < images.count(); image++) {
      shares.counts[images.label(image)]++;
    }
    shares.total = images.count();
    if (shares.total == 0) {
      shares.counts[0] = 1;
      shares.total = 1;
    }
    return shares;
  }

  /** Returns so many classes in these shares, as even as whole images allow, in their order. */
  int[] spread(int images) {
    int[] classes = new int[images];
    int label = 0;
    long passed = counts[0];
    for (int i = 0; i < images; i++) {
      while ((2L * i + 1) * total > 2L * images * passed) {
        passed += counts[++label];
      }
      classes[i] = label;
    }
    return classes;
  }
}
