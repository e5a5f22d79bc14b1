package dev.clade.local.view;

import dev.clade.local.images.DrawnImages;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Valuation;
import java.util.ArrayList;
import java.util.List;

/** Says in words what the values of the drawn image set show, whatever that is. */
public final class DemoFindings {
  private DemoFindings() {}

  /** Returns one sentence a finding. */
  public static List<String> of(Valuation run) {
    List<String> findings = new ArrayList<>();
    ContributorValue noisy = value(run, DrawnImages.NOISY);
    findings.add(
        noisy.getRank() == run.getValuesCount()
            ? "%s, whose images are mostly noise, comes last with %.4f."
                .formatted(noisy.getContributor(), noisy.getValue())
            : "%s, whose images are mostly noise, is only number %d of %d: this run does not tell it apart."
                .formatted(noisy.getContributor(), noisy.getRank(), run.getValuesCount()));
    ContributorValue original = value(run, DrawnImages.ORIGINAL);
    ContributorValue copy = value(run, DrawnImages.COPY);
    boolean overlap =
        copy.getLower() <= original.getUpper() && original.getLower() <= copy.getUpper();
    findings.add(
        overlap
            ? "%s and %s hold the same images and get the same value within their intervals (%.4f and %.4f): a copy earns nothing of its own, it shares with its original."
                .formatted(
                    original.getContributor(),
                    copy.getContributor(),
                    original.getValue(),
                    copy.getValue())
            : "%s and %s hold the same images, but their intervals do not meet (%.4f and %.4f): more replicates are needed."
                .formatted(
                    original.getContributor(),
                    copy.getContributor(),
                    original.getValue(),
                    copy.getValue()));
    return findings;
  }

  private static ContributorValue value(Valuation run, String contributor) {
    return run.getValuesList().stream()
        .filter(value -> value.getContributor().equals(contributor))
        .findFirst()
        .orElseThrow();
  }
}
