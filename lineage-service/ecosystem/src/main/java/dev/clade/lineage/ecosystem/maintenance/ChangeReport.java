package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.maintenance.bayes.DynamicNetwork;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeEvidence;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeStudy;
import dev.clade.lineage.ecosystem.maintenance.change.Transitions;
import dev.clade.report.Report;
import dev.clade.report.Report.Fact;
import java.util.List;

/** What commits change, and what follows on what: a part of the report. */
final class ChangeReport {
  private ChangeReport() {}

  static Report of(StudiedModels models) {
    ChangeStudy study = ChangeStudy.of(models.histories());
    boolean files = study.evidence() == ChangeEvidence.FILES;
    Transitions transitions = new Transitions(study.steps());
    DynamicNetwork network = DynamicNetwork.of(study.steps(), files);
    return new Report(
        List.of(
            new Fact("commits that tell their files", files ? study.telling() : 0),
            new Fact("commits whose title is used instead", files ? 0 : study.telling()),
            new Fact("steps between commits that both tell what they change", transitions.steps())),
        List.of(
            ChangeTables.categories(study),
            ChangeTables.transitions(transitions),
            ChangeTables.fit(study.steps(), network),
            ChangeTables.edges(network),
            ChangeTables.conditions(study.steps(), network)),
        List.of(transitions.figure()),
        notes(files));
  }

  private static List<String> notes(boolean files) {
    return List.of(
        files
            ? "What a commit changes is told by the paths of its files."
            : "No commit tells its files, as the hub's list of commits has none. What is changed is"
                + " taken from titles that programs write, such as \"Upload model.safetensors\" or"
                + " \"Update README.md\": evidence of a path, not knowledge of it. Other commits"
                + " tell nothing, and a step is between neighbours that both tell.",
        "The categories are those of the study that names of files can tell. Its own rules are not"
            + " known: the patterns are our reading. A commit can be in several categories or"
            + " none.",
        "The dynamic Bayesian network is the best of all by the Bayesian information criterion in"
            + " natural logarithms. The study's networks are not published.",
        files
            ? "In it, a change depends on the changes of the commit before and of the same commit,"
                + " without a circle. Within a commit an edge's direction can be arbitrary, as both"
                + " can fit as well."
            : "In it, a change depends on the changes of the commit before only: a title names"
                + " hardly more than one file, so changes of the same commit exclude each other.");
  }
}
