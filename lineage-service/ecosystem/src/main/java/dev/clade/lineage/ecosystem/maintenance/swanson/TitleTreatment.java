package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of commits with templated titles, of which the study does not tell. But for {@link
 * #AS_CLASSIFIED}, a template for documentation makes a commit perfective and nothing else.
 */
public enum TitleTreatment {
  /** The classifier decides, as of any commit. */
  AS_CLASSIFIED,
  /** Deliveries are left out, as telling nothing. */
  DELIVERIES_EXCLUDED,
  /** Deliveries are adaptive and nothing else: something new is there. */
  DELIVERIES_ADAPTIVE;

  /** Returns the classes of a commit; empty when it is left out. */
  public Optional<Set<CommitClass>> classes(String message, CommitClassifier classifier) {
    Optional<TitleTemplate> template =
        this == AS_CLASSIFIED ? Optional.empty() : TitleTemplate.of(message);
    if (template.isEmpty()) {
      return Optional.of(classifier.classes(message));
    }
    return switch (template.get()) {
      case DOCUMENTATION -> Optional.of(EnumSet.of(CommitClass.PERFECTIVE));
      case DELIVERY ->
          this == DELIVERIES_EXCLUDED
              ? Optional.empty()
              : Optional.of(EnumSet.of(CommitClass.ADAPTIVE));
    };
  }
}
