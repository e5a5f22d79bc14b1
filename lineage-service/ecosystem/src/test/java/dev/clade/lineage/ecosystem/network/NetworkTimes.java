package dev.clade.lineage.ecosystem.network;

import com.sun.management.OperatingSystemMXBean;
import dev.clade.lineage.ecosystem.network.commit.AutomatedAccounts;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Prints how long the report takes on synthetic commits, with all accounts and without bots. */
final class NetworkTimes {
  private NetworkTimes() {}

  /**
   * Runs both reports once, without a warm-up.
   *
   * @param arguments how many commits; 500,000 unless told
   */
  public static void main(String[] arguments) {
    int count = arguments.length == 0 ? 500_000 : Integer.parseInt(arguments[0]);
    CommitTable commits = CommitStreams.table(count, 1);
    AutomatedAccounts accounts = AutomatedAccounts.shipped();
    time("all accounts", commits, Contributions.of(commits));
    time(
        "people",
        commits,
        Contributions.of(commits, any -> true, author -> !accounts.contains(author)));
  }

  private static void time(String what, CommitTable commits, Contributions contributions) {
    long start = System.nanoTime();
    long startOfProcessor = processorTime();
    NetworkReport report = NetworkReport.of(contributions, NetworkParameters.DEFAULT);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d commits, %,d repositories, %.1f s, %.1f s of processor%n  %s%n  %s%n  %s%n  %s%n  %d pivots, standard error at most %.2g; MINRES %s; Q %.4f and %.4f%n",
        what,
        commits.commitCount(),
        commits.repositoryCount(),
        (System.nanoTime() - start) / 1e9,
        (processorTime() - startOfProcessor) / 1e9,
        report.size(),
        report.structure(),
        report.reciprocityByPosition(),
        report.coreSignificance(),
        report.positions().betweenness().pivots(),
        report.positions().betweenness().largestStandardError(),
        report.corePeriphery().continuous().converged() ? "converged" : "did not converge",
        report.leiden().modularity(),
        report.louvain().modularity());
  }

  /** Time on all processors together, which others on the machine hardly change. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
