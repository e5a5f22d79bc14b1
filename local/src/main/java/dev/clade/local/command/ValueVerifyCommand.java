package dev.clade.local.command;

import dev.clade.local.check.Check;
import dev.clade.local.check.PayoutChecks;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.Payouts;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.print.Table;
import dev.clade.valuation.document.SignedDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a signed payout. */
@Command(
    name = "verify",
    description =
        "Check a signed payout: its signature and key, and that its payments follow from its values"
            + " and these from the ledger; exits with 1 when something does not hold.",
    mixinStandardHelpOptions = true)
public final class ValueVerifyCommand extends MeshCommand {
  @Parameters(paramLabel = "FILE", description = "As \"value payout --document\" writes it.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Public key that must have signed, as a JSON Web Key. Default: the service's.")
  private Path key;

  @Override
  public Integer call() throws Exception {
    SignedDocument signed = SignedDocument.read(Files.readString(file));
    List<Check> checks = new ArrayList<>();
    try (MeshClient client = connect()) {
      String known = key == null ? new Payouts(client).key() : Files.readString(key);
      checks.add(
          new Check(
              "%s: the key is the one that is known".formatted(signed.document().name()),
              signed.isBy(known),
              signed.jwk()));
      checks.addAll(
          PayoutChecks.run(
              signed, new ValuationRuns(client).ledger(signed.document().run().name())));
    }
    Table table = new Table("", "check", "found");
    checks.forEach(
        check ->
            table.row(check.passed() ? "holds" : "DOES NOT HOLD", check.name(), check.detail()));
    show(checks, table.render());
    return checks.stream().allMatch(Check::passed) ? 0 : 1;
  }
}
