package dev.clade.lineage.ecosystem.network;

import java.util.List;

/** How to read a network report: rules, and where they differ from the studies'. */
final class NetworkNotes {
  /** In the order of the tables. */
  static final List<String> NOTES =
      List.of(
          "Commits, tags, downloads and likes are those that the catalogue had when the report was"
              + " computed, which may be later than the snapshot. Models whose commits it does not"
              + " have are not in any network; models that the hub has no more keep their commits in"
              + " that of all models.",
          "For every commit, its first author is tied to every other contributor of the repository,"
              + " or to themselves when there is none; a tie weighs the commits that make it. Two"
              + " who each are first once are therefore tied both ways, which builds reciprocity"
              + " in.",
          "The study leaves automated accounts in. Here people are the accounts that no table"
              + " names; who is left out is struck from each commit before its first author is"
              + " looked for.",
          "Isolates are tied to no other. All but sizes is measured without isolates and"
              + " self-loops; NaN stands where a measure is not defined.",
          "The study does not tell how it finds the core: there are three methods, and how far they"
              + " agree. The search for the continuous one ends where no coreness changes any more, or"
              + " where its error falls no more. p is of random networks with the same degrees, (r + 1) / (R + 1).",
          "A model is of a sub-field if any of its tags is one of the study's, so it may be of"
              + " several; graph and feature models count as multimodal, as in the study.",
          "Betweenness is exact unless it has a standard error. Communities are those of highest "
              + "modularity found at resolution 1, with ties of both ways together.",
          "Author groups: authors are tied by the repositories they share, and a repository is of"
              + " the group whose members are first in most of its commits; its shares are of the"
              + " downloads and likes of all models of the network. Castaño et al. do not tell how"
              + " they built their graph, so the rule is Clade's own.",
          "Candidates for one person with two accounts are tied accounts of names 90 % alike;"
              + " nothing is merged.");

  private NetworkNotes() {}
}
