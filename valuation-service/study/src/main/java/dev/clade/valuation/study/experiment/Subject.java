package dev.clade.valuation.study.experiment;

import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.oracle.Recipe;
import dev.clade.valuation.study.split.Split;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells split and recipe from all others, in one line. */
final class Subject {
  private Subject() {}

  static String of(Split split, Recipe recipe) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(recipe.toString().getBytes(StandardCharsets.UTF_8));
      update(sha, split.reference());
      split.others().values().forEach(each -> update(sha, each));
      split.contributions().forEach(each -> update(sha, each.images()));
      return split.name() + " " + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void update(MessageDigest sha, LabelledImages images) {
    sha.update(
        "%d %d %d "
            .formatted(images.width(), images.height(), images.count())
            .getBytes(StandardCharsets.US_ASCII));
    sha.update(images.pixels());
    sha.update(images.labels());
  }
}
