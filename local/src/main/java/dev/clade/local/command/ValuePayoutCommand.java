package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.Payouts;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.view.PayoutView;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pays contributors by the values of a valuation. */
@Command(
    name = "payout",
    description = "Pay contributors by the values of a valuation; kept as a signed document.",
    mixinStandardHelpOptions = true)
public final class ValuePayoutCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Mixin private PayoutOptions options;

  @Option(names = "--steps", description = "Show every intermediate result.")
  private boolean steps;

  @Option(
      names = "--document",
      paramLabel = "FILE",
      description = "Write the signed document there.")
  private Path document;

  @Override
  public Integer call() throws Exception {
    PayoutTerms terms = options.terms();
    try (MeshClient client = connect()) {
      Payout payout = new Payouts(client).create(ValuationRuns.name(name), terms);
      if (document != null) {
        Files.writeString(document, payout.getDocument() + "\n");
      }
      show(payout, PayoutView.render(payout, steps));
      return payout.getRefusal().isEmpty() ? 0 : 1;
    }
  }
}
