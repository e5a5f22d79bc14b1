package dev.clade.lineage.server.grpc;

import dev.clade.embedding.answer.RowFilter;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.search.SimilarQuery.Collapse;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.similarity.ServedVersion;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.SuggestAttributesRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads questions to the embedding. */
final class SimilarityRequests {
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_VALUES = 100;
  private static final int LONGEST_VALUE = 200;

  private SimilarityRequests() {}

  /** Returns the words of a question that has some. */
  static String text(FindSimilarRequest request) {
    String text = request.getText();
    if (text.isBlank()) {
      throw CladeException.missingField("text");
    }
    if (text.length() > LONGEST_TEXT) {
      throw tooLong("text", text, "must be at most %,d characters".formatted(LONGEST_TEXT));
    }
    return text;
  }

  /** Returns what may be found: what the artifact is, or models, unless kinds are named. */
  static RowFilter filter(FindSimilarRequest request) {
    return RowFilter.of(
        kinds(request),
        values("tasks", request.getTasksList()),
        values("libraries", request.getLibrariesList()),
        values("licenses", request.getLicensesList()));
  }

  static Collapse collapse(FindSimilarRequest request) {
    return switch (request.getCollapse()) {
      case COLLAPSE_NOTHING -> Collapse.NOTHING;
      case COLLAPSE_UNSPECIFIED, COLLAPSE_COPIES -> Collapse.COPIES;
      case COLLAPSE_FAMILIES -> Collapse.FAMILIES;
      case UNRECOGNIZED ->
          throw LineageRequests.unknown("collapse", request.getCollapseValue(), "a value");
    };
  }

  static int count(FindSimilarRequest request) {
    return lowered("max_results", request.getMaxResults(), 10, 100);
  }

  static int count(SuggestAttributesRequest request) {
    return lowered("max_values", request.getMaxValues(), 3, 20);
  }

  static int count(InferParentsRequest request) {
    return lowered("max_candidates", request.getMaxCandidates(), 10, 100);
  }

  /** Returns the name of a model. */
  static ArtifactName model(InferParentsRequest request) {
    ArtifactName name = QuestionRequests.name("name", request.getName());
    if (name.kind() != ArtifactKind.MODEL) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "name",
          request.getName(),
          "must be the name of a model, as only they are derived from others");
    }
    return name;
  }

  private static Set<RepositoryKind> kinds(FindSimilarRequest request) {
    if (request.getKindsCount() == 0) {
      return Set.of(
          request.hasName()
              ? kind("name", request.getName(), ownKind(request))
              : RepositoryKind.MODEL);
    }
    Set<RepositoryKind> kinds = EnumSet.noneOf(RepositoryKind.class);
    for (int i = 0; i < request.getKindsCount(); i++) {
      int number = request.getKindsValue(i);
      ArtifactKind kind =
          ContractNames.read(request.getKinds(i))
              .orElseThrow(() -> LineageRequests.unknown("kinds", number, "kinds of artifacts"));
      kinds.add(kind("kinds", number, kind));
    }
    return kinds;
  }

  private static ArtifactKind ownKind(FindSimilarRequest request) {
    return QuestionRequests.name("name", request.getName()).kind();
  }

  private static RepositoryKind kind(String field, Object value, ArtifactKind kind) {
    return ServedVersion.kind(kind)
        .orElseThrow(
            () ->
                CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    field,
                    value,
                    "must be of models, datasets or spaces, as papers are not in the embedding"));
  }

  private static List<String> values(String field, List<String> values) {
    if (values.size() > MOST_VALUES) {
      throw tooLong(
          field, values.size() + " values", "must be at most %,d values".formatted(MOST_VALUES));
    }
    for (String value : values) {
      if (value.isBlank()) {
        throw CladeException.invalidField(
            Reason.FIELD_MALFORMED, field, value, "must have no empty values");
      }
      if (value.length() > LONGEST_VALUE) {
        throw tooLong(
            field, value, "must have values of at most %,d characters".formatted(LONGEST_VALUE));
      }
    }
    return values;
  }

  private static int lowered(String field, int requested, int standard, int largest) {
    if (requested < 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, field, requested, "must be at least 0");
    }
    return requested == 0 ? standard : Math.min(requested, largest);
  }

  private static CladeException tooLong(String field, String value, String rule) {
    return CladeException.invalidField(Reason.FIELD_TOO_LONG, field, value, rule);
  }
}
