package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.gate.ModelCard;
import dev.clade.report.Table;
import dev.clade.report.render.PlainText;
import dev.clade.valuation.study.output.ReportFiles;
import dev.clade.valuation.study.output.StudyProgram;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.RepositorySet;
import dev.clade.valuation.worker.embedding.SetFile;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the model card. It ends with 0 when the card is written, whatever the gates
 * say, 1 when something fails, and 2 when its options are wrong.
 */
@Command(
    name = "clade-embedding-card",
    description = "Writes the model card of the shared embedding of a set of repositories.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EmbeddingMain implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  /** Says at each start that it could be faster; kept, as what nobody holds is forgotten. */
  private static final Logger GRAPHS = Logger.getLogger("io.github.jbellis.jvector");

  private static final int FEWEST_ROWS = 100;

  /** Tables that fit on a screen. */
  private static final Set<String> SHOWN = Set.of("gates", "evidence");

  @Option(
      names = "--records",
      required = true,
      paramLabel = "FILE",
      description = "File of records.")
  private Path records;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the set is called, such as featureSets/{id}.")
  private String name;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the card goes, and trained networks in its folder card.")
  private Path output;

  @Option(
      names = "--seeds",
      defaultValue = "1",
      description = "Networks of the embedding. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(names = "--rows", description = "Draw so many rows. Default: all.")
  private Integer rows;

  @Option(
      names = "--epochs",
      description = "Most epochs of a training. Default: as many as are recommended.")
  private Integer epochs;

  @Option(
      names = "--splits",
      description = "Train and measure once more by families and by owners.")
  private boolean splits;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "cpu|cuda|auto",
      description = "What computes; ${DEFAULT-VALUE} by default.")
  private DeviceChoice device;

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      paramLabel = "FILE",
      description = "Print JSON instead of text; with FILE, write it there and print the text.")
  private String json;

  @Spec private CommandSpec command;

  private EmbeddingMain() {}

  /** Writes a card; see {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Returns what the process ends with. */
  static int run(String... arguments) {
    return StudyProgram.run(new EmbeddingMain(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    GRAPHS.setLevel(Level.SEVERE);
    require("--seeds", seeds, 1, 100);
    require("--rows", rows, FEWEST_ROWS, Integer.MAX_VALUE);
    require("--epochs", epochs, 1, 10_000);
    RepositorySet whole = SetFile.read(name, records, SetFile.digest(records));
    RepositorySet set = rows == null ? whole : RecordSample.of(whole, rows);
    ContrastiveTrainer trainer = new ContrastiveTrainer(ComputeDevice.open(device));
    CardSettings settings =
        new CardSettings(
            seeds, epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs), splits);
    NetworkFolder folder = new NetworkFolder(output.resolve("card"), trainer);
    ModelCard card = new EmbeddingCard(set, settings, folder, trainer).make();
    CardFiles.write(output, name, card);
    show(card);
    return 0;
  }

  private void show(ModelCard card) throws IOException {
    PrintStream talk = STANDARD_OUTPUT.equals(json) ? System.err : System.out;
    for (Table table : card.report().tables()) {
      if (SHOWN.contains(table.name())) {
        talk.println(PlainText.of(table));
      }
    }
    talk.printf("The card, with all tables, is in %s.%n", output);
    String text = ReportFiles.text(CardFiles.json(name, card));
    if (STANDARD_OUTPUT.equals(json)) {
      System.out.print(text);
    } else if (json != null) {
      Files.writeString(Path.of(json), text);
    }
  }

  private void require(String option, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new ParameterException(
          command.commandLine(),
          "%s must be from %,d to %,d; it is %,d".formatted(option, least, most, value));
    }
  }
}
