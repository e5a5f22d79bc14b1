package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Subject;

/** Tells whom a request values. */
final class SubjectRules {
  private static final String CONTRIBUTOR_SET = "valuation.contributor_set";

  private SubjectRules() {}

  /** Returns the one subject that is named, or fails naming the field. */
  static Subject subject(RunRequest request) {
    String contributorSet = request.contributorSet();
    if (contributorSet.isEmpty()) {
      return new Subject(
          Subject.Kind.IMAGE_SET, Names.imageSet("valuation.image_set", request.imageSet()));
    }
    if (!request.imageSet().isEmpty()) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          CONTRIBUTOR_SET,
          contributorSet,
          "must not be given together with image_set");
    }
    return new Subject(
        Subject.Kind.CONTRIBUTOR_SET, Names.contributorSet(CONTRIBUTOR_SET, contributorSet));
  }
}
