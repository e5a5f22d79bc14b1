package dev.clade.local.view;

import dev.clade.lineage.v1.LicenseTerm;
import dev.clade.lineage.v1.LicenseVerdict;
import dev.clade.lineage.v1.TraitChangeClass;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Licences, their terms and what becomes of them, in words. */
final class LicenseWords {
  private LicenseWords() {}

  static String of(TraitChangeClass change) {
    return words(change, "TRAIT_CHANGE_CLASS_");
  }

  static String of(LicenseVerdict verdict) {
    return words(verdict, "LICENSE_VERDICT_");
  }

  static String terms(List<LicenseTerm> terms) {
    return terms.stream()
        .map(term -> words(term, "LICENSE_TERM_"))
        .collect(Collectors.joining(", "));
  }

  static String licenses(List<String> identifiers) {
    return identifiers.isEmpty() ? "none" : String.join(", ", identifiers);
  }

  private static String words(Enum<?> value, String prefix) {
    return value.name().replace(prefix, "").replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
