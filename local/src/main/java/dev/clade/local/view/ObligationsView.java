package dev.clade.local.view;

import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.Obligation;
import dev.clade.lineage.v1.ObligationOrigin;
import dev.clade.local.client.ArtifactName;
import java.util.List;

/** What an artifact owes to all that it stems from: licence by licence, nearest first. */
public final class ObligationsView {
  private ObligationsView() {}

  /** Returns the licences with the ways that bring them, and what is unclear. */
  public static String render(ListObligationsResponse answer) {
    StringBuilder text = new StringBuilder();
    for (ObligationOrigin origin : answer.getOriginsList()) {
      text.append(way(origin)).append('\n');
      for (Obligation obligation : origin.getObligationsList()) {
        text.append(
            "  %s: %s (%s)%n"
                .formatted(
                    obligation.getLicense(),
                    LicenseWords.terms(obligation.getTermsList()),
                    obligation.getSource()));
      }
      if (origin.getUnclear()) {
        text.append("  unclear: ").append(unclear(origin)).append('\n');
      }
    }
    if (answer.getOriginsCount() == 0) {
      text.append("Nothing is asked.\n");
    } else {
      text.append(
          "Asked in all: %s%n"
              .formatted(
                  answer.getTermsCount() == 0
                      ? "nothing that is known"
                      : LicenseWords.terms(answer.getTermsList())));
    }
    text.append(
        "%,d unclear; feed at %,d%n"
            .formatted(answer.getUnclearCount(), answer.getSnapshotSequence()));
    if (answer.hasTruncation()) {
      text.append(TruncationWords.of(answer.getTruncation()));
    }
    return text.toString();
  }

  private static String way(ObligationOrigin origin) {
    StringBuilder way = new StringBuilder(ArtifactName.shorten(origin.getName()));
    for (LineageEdge edge : origin.getPathList()) {
      way.append(
          " → %s [%s]"
              .formatted(
                  ArtifactName.shorten(edge.getDownstream()), RelationWords.noun(edge.getType())));
    }
    return way.toString();
  }

  private static String unclear(ObligationOrigin origin) {
    List<String> unknown = origin.getUnknownLicensesList();
    if (!origin.getCatalogued()) {
      return "not in the catalogue";
    }
    return unknown.isEmpty()
        ? "declares no licence"
        : "the table does not have %s".formatted(String.join(", ", unknown));
  }
}
