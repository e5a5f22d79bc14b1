package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.ecosystem.network.graph.Projection;
import dev.clade.report.Table;

/** The tables of adoption. */
final class AdoptionTables {
  private AdoptionTables() {}

  static Table concentration(AdoptionStudy study) {
    Table.Builder table =
        Table.named("concentration", "How unequally uses are shared out")
            .text("over", "Over")
            .real("gini", "Gini coefficient")
            .real("top_percent", "Share of the top 1 %")
            .real("top_tenth", "Of the top 10 %")
            .real("top_fifth", "Of the top 20 %");
    add(table, "models", study.byModel());
    add(table, "owners", study.byOwner());
    return table.build();
  }

  private static void add(Table.Builder table, String over, UseConcentration uses) {
    table.row(over, uses.gini(), uses.topPercent(), uses.topTenth(), uses.topFifth());
  }

  static Table adoption(AdoptionStudy study) {
    Table.Builder table =
        Table.named("adoption", "Models by the number of spaces that use them")
            .whole("spaces", "Spaces")
            .whole("models", "Models that so many use");
    study
        .adoption()
        .counts()
        .keySet()
        .forEach(spaces -> table.row(spaces, study.adoption().count(spaces)));
    return table.build();
  }

  static Table topModels(AdoptionStudy study, int limit) {
    Table.Builder table =
        Table.named("top_models", "The models that most spaces use")
            .text("model", "Model")
            .whole("spaces", "Spaces");
    study.mostUsed().stream().limit(limit).forEach(each -> table.row(each.name(), each.spaces()));
    return table.build();
  }

  static Table topOwners(AdoptionStudy study, int limit) {
    Table.Builder table =
        Table.named("top_owners", "The owners whose models are used most")
            .text("owner", "Owner")
            .whole("models", "Models in use")
            .whole("uses", "Uses")
            .whole("spaces", "Spaces")
            .real("share", "Share of all uses");
    study.owners().stream()
        .limit(limit)
        .forEach(
            each ->
                table.row(each.name(), each.models(), each.uses(), each.spaces(), each.share()));
    return table.build();
  }

  static Table coUsage(ModelUses uses, AdoptionStudy study, int limit) {
    Table.Builder table =
        Table.named("co_usage", "The models that most spaces use together")
            .text("model", "Model")
            .text("other", "Other model")
            .whole("spaces", "Spaces that use both");
    study
        .coUsage()
        .heaviest(limit)
        .forEach(tie -> table.row(uses.model(tie.left()), uses.model(tie.right()), tie.weight()));
    return table.build();
  }

  static Table leftOut(AdoptionStudy study) {
    Projection coUsage = study.coUsage();
    return Table.named("co_usage_size", "What ties models and what was left out of it")
        .text("what", "What")
        .whole("count", "Count")
        .row("pairs of models that a space uses together", coUsage.graph().edgeCount())
        .row("spaces above the bound, left out", coUsage.groupsLeftOut())
        .row("pairs in these spaces, those of other spaces included", coUsage.pairsLeftOut())
        .build();
  }
}
