package dev.clade.local.view;

import dev.clade.lineage.v1.AttributeSuggestion;
import dev.clade.lineage.v1.AttributeSuggestion.SuggestedValue;
import dev.clade.lineage.v1.SuggestAttributesResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Table;
import java.util.List;
import java.util.stream.Collectors;

/** What an artifact may be, beside what it declares, with who speaks for it. */
public final class SuggestionsView {
  private static final int SHOWN = 2;

  private SuggestionsView() {}

  /** Returns the table, a line for each value, and where it comes from. */
  public static String render(SuggestAttributesResponse suggested) {
    StringBuilder text = new StringBuilder();
    if (suggested.getAttributesCount() == 0) {
      text.append("The version has learned to suggest nothing.\n");
    } else {
      Table table =
          new Table("attribute", "declared", "suggested", ">right in 100", "most similar with it");
      suggested.getAttributesList().forEach(attribute -> add(attribute, table));
      text.append(table.render());
    }
    if (suggested.getLowEvidence()) {
      text.append("This rests on little.\n");
    }
    return text.append("%s%n".formatted(suggested.getEmbedding())).toString();
  }

  private static void add(AttributeSuggestion attribute, Table table) {
    if (attribute.getValuesCount() == 0) {
      table.row(attribute.getAttribute(), attribute.getDeclared(), "", "", "");
    }
    for (int i = 0; i < attribute.getValuesCount(); i++) {
      SuggestedValue value = attribute.getValues(i);
      table.row(
          i == 0 ? attribute.getAttribute() : "",
          i == 0 ? attribute.getDeclared() : "",
          value.getValue(),
          Math.round(100 * value.getConfidence()),
          supporters(value.getSupportersList()));
    }
  }

  private static String supporters(List<String> names) {
    return names.stream().limit(SHOWN).map(ArtifactName::shorten).collect(Collectors.joining(", "));
  }
}
