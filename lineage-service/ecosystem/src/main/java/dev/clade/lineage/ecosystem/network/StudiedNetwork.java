package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.AutomatedAccounts;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A network of a report.
 *
 * @param models label of the models whose commits count
 * @param accounts label of the accounts that count
 * @param contributions who works on what
 * @param report what was found
 */
record StudiedNetwork(
    String models, String accounts, Contributions contributions, NetworkReport report) {
  /** The label of all accounts. */
  static final String EVERYBODY = "all";

  /** The label of all accounts but automated ones. */
  static final String PEOPLE = "people";

  /**
   * The networks of the same models.
   *
   * @param everybody of all accounts
   * @param people without automated accounts
   */
  record Pair(StudiedNetwork everybody, StudiedNetwork people) {}

  /** Returns the networks of the models that a label names. */
  static Pair pair(
      CommitTable commits,
      StudiedModels models,
      String label,
      AutomatedAccounts automated,
      NetworkParameters parameters) {
    Predicate<String> isPerson = author -> !automated.contains(author);
    return new Pair(
        of(label, EVERYBODY, contributions(commits, models, label, any -> true), parameters),
        of(label, PEOPLE, contributions(commits, models, label, isPerson), parameters));
  }

  /** Returns the name of a node of the tied part. */
  String author(int node) {
    return contributions.author(report.tied().inWhole(node));
  }

  /** Returns, over the nodes of the tied part, how many ties lead from each. */
  Distribution outDegrees() {
    return Distribution.of(
        IntStream.range(0, report.tied().count()).map(report.positions()::outDegree));
  }

  /** Returns, over the nodes of the tied part, how many ties lead to each. */
  Distribution inDegrees() {
    return Distribution.of(
        IntStream.range(0, report.tied().count()).map(report.positions()::inDegree));
  }

  private static Contributions contributions(
      CommitTable commits, StudiedModels models, String label, Predicate<String> authors) {
    return Contributions.of(commits, models.chosen(label), authors);
  }

  private static StudiedNetwork of(
      String label, String accounts, Contributions contributions, NetworkParameters parameters) {
    return new StudiedNetwork(
        label, accounts, contributions, NetworkReport.of(contributions, parameters));
  }
}
