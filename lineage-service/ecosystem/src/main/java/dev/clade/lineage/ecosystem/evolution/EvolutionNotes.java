package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.report.Report;
import java.util.ArrayList;
import java.util.List;

/** What the evolution of a hub was counted from, and how to read it. */
final class EvolutionNotes {
  static final List<String> NOTES =
      List.of(
          "The study's formulas could not be read: the months, fits, labels and tests are Clade's"
              + " own.",
          "Months are those of creation, in UTC. A kind's series end with the month before that of"
              + " its latest creation, which may be incomplete and so is in no series, fit or trend.",
          "The hub records times of creation since March 2022 and tells none of what is older. That"
              + " counts as created before the first month: in the cumulative series only.",
          "When series are asked from before 2022-04, the first commit dates what the hub does not,"
              + " where commits are known; months before 2022-04 lack the rest, so fits over them"
              + " say little.",
          "What was deleted is not there, so a month has what is left of it.",
          "The rate b is the slope of the line through the natural logarithms of the counts; they"
              + " double in ln 2 / b months. Counts of months depend on those before, most of all"
              + " cumulative ones, so the intervals are too narrow.",
          "The curves are fitted to the counts themselves, in which late months weigh most, and"
              + " compared by Akaike's criterion with their parameters counted, the variance not.",
          "A series with fewer than four months, or with a month without any, is not fitted.",
          "Downloads are of the last 30 days and likes of all time, both as of now, whenever the"
              + " repository was created. Spaces have no downloads.",
          "A top share is what the ⌈p·n⌉ owners with most of n have of all.",
          "A model's domain is the modality of its task; \"none\" has no task, \"unknown\" one that"
              + " the table lacks. Frameworks are the library that the hub names and the tags that"
              + " are libraries, frameworks or formats; a model counts for each it has.",
          "Tags are those without a colon; a declared dataset is a tag that begins with dataset:.",
          "Trends are by the test of Mann and Kendall with the slope of Sen on monthly shares,"
              + " adjusted for the labels listed (Holm); months are taken as independent. A rank of 0"
              + " is none: no model of that year has the label.");

  private EvolutionNotes() {}

  static List<Report.Fact> coverage(List<KindEvolution> kinds, ModelLabels labels) {
    List<Report.Fact> facts = new ArrayList<>();
    for (KindEvolution each : kinds) {
      String kind = each.kind().collection();
      facts.add(new Report.Fact(kind, each.count()));
      facts.add(
          new Report.Fact(
              kind + " of which the hub does not tell when they were created", each.unrecorded()));
      facts.add(new Report.Fact(kind + " dated by their first commit", each.datedByCommits()));
      facts.add(
          new Report.Fact(
              kind + " that nothing dates, not even as older than the hub's record",
              each.undated()));
      facts.add(new Report.Fact(kind + " created before the first month", each.before()));
      facts.add(
          new Report.Fact(kind + " created after the last whole month, left out", each.after()));
    }
    if (kinds.stream().anyMatch(each -> each.kind() == ArtifactKind.MODEL)) {
      facts.add(new Report.Fact("dated models without a task", labels.withoutTask()));
      facts.add(
          new Report.Fact(
              "dated models without a framework or library", labels.withoutFramework()));
      facts.add(new Report.Fact("dated models that declare no dataset", labels.withoutDataset()));
    }
    return facts;
  }
}
