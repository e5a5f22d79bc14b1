package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.lineage.graph.license.LicenseFinding.Verdict;
import dev.clade.lineage.v1.LicenseTerm;
import dev.clade.lineage.v1.LicenseVerdict;
import dev.clade.lineage.v1.TraitChangeClass;
import java.util.Optional;

/** Maps the enumerations of the compliance service's contract to the graph's and back. */
final class ComplianceNames {
  private ComplianceNames() {}

  static TraitChangeClass of(LicenseChange change) {
    return switch (change) {
      case UNKNOWN -> TraitChangeClass.TRAIT_CHANGE_CLASS_UNKNOWN;
      case SAME -> TraitChangeClass.TRAIT_CHANGE_CLASS_SAME;
      case DROPPED -> TraitChangeClass.TRAIT_CHANGE_CLASS_DROPPED;
      case ADDED -> TraitChangeClass.TRAIT_CHANGE_CLASS_ADDED;
      case NO_OVERLAP -> TraitChangeClass.TRAIT_CHANGE_CLASS_NO_OVERLAP;
      case EXTRA_ADDED -> TraitChangeClass.TRAIT_CHANGE_CLASS_EXTRA_ADDED;
      case SOME_REMOVED -> TraitChangeClass.TRAIT_CHANGE_CLASS_SOME_REMOVED;
      case SOME_REPLACED -> TraitChangeClass.TRAIT_CHANGE_CLASS_SOME_REPLACED;
    };
  }

  /** Returns the change, or nothing for one that is not given or newer than this server. */
  static Optional<LicenseChange> read(TraitChangeClass change) {
    return switch (change) {
      case TRAIT_CHANGE_CLASS_UNKNOWN -> Optional.of(LicenseChange.UNKNOWN);
      case TRAIT_CHANGE_CLASS_SAME -> Optional.of(LicenseChange.SAME);
      case TRAIT_CHANGE_CLASS_DROPPED -> Optional.of(LicenseChange.DROPPED);
      case TRAIT_CHANGE_CLASS_ADDED -> Optional.of(LicenseChange.ADDED);
      case TRAIT_CHANGE_CLASS_NO_OVERLAP -> Optional.of(LicenseChange.NO_OVERLAP);
      case TRAIT_CHANGE_CLASS_EXTRA_ADDED -> Optional.of(LicenseChange.EXTRA_ADDED);
      case TRAIT_CHANGE_CLASS_SOME_REMOVED -> Optional.of(LicenseChange.SOME_REMOVED);
      case TRAIT_CHANGE_CLASS_SOME_REPLACED -> Optional.of(LicenseChange.SOME_REPLACED);
      case TRAIT_CHANGE_CLASS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static LicenseVerdict of(Verdict verdict) {
    return switch (verdict) {
      case COMPATIBLE -> LicenseVerdict.LICENSE_VERDICT_COMPATIBLE;
      case CONFLICT -> LicenseVerdict.LICENSE_VERDICT_CONFLICT;
      case UNKNOWN -> LicenseVerdict.LICENSE_VERDICT_UNKNOWN;
    };
  }

  /** Returns the verdict, or nothing for one that is not given or newer than this server. */
  static Optional<Verdict> read(LicenseVerdict verdict) {
    return switch (verdict) {
      case LICENSE_VERDICT_COMPATIBLE -> Optional.of(Verdict.COMPATIBLE);
      case LICENSE_VERDICT_CONFLICT -> Optional.of(Verdict.CONFLICT);
      case LICENSE_VERDICT_UNKNOWN -> Optional.of(Verdict.UNKNOWN);
      case LICENSE_VERDICT_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static LicenseTerm of(dev.clade.lineage.graph.license.LicenseTerm term) {
    return switch (term) {
      case ATTRIBUTION -> LicenseTerm.LICENSE_TERM_ATTRIBUTION;
      case LICENSE_COPY -> LicenseTerm.LICENSE_TERM_LICENSE_COPY;
      case STATE_CHANGES -> LicenseTerm.LICENSE_TERM_STATE_CHANGES;
      case SOURCE_CODE -> LicenseTerm.LICENSE_TERM_SOURCE_CODE;
      case NETWORK_SOURCE -> LicenseTerm.LICENSE_TERM_NETWORK_SOURCE;
      case NAMING -> LicenseTerm.LICENSE_TERM_NAMING;
      case USER_LIMIT -> LicenseTerm.LICENSE_TERM_USER_LIMIT;
      case NO_COMPETING_MODELS -> LicenseTerm.LICENSE_TERM_NO_COMPETING_MODELS;
      case SHARE_ALIKE -> LicenseTerm.LICENSE_TERM_SHARE_ALIKE;
      case NON_COMMERCIAL -> LicenseTerm.LICENSE_TERM_NON_COMMERCIAL;
      case RESEARCH_ONLY -> LicenseTerm.LICENSE_TERM_RESEARCH_ONLY;
      case USE_RESTRICTIONS -> LicenseTerm.LICENSE_TERM_USE_RESTRICTIONS;
      case NO_DERIVATIVES -> LicenseTerm.LICENSE_TERM_NO_DERIVATIVES;
    };
  }
}
