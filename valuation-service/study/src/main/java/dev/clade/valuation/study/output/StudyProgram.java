package dev.clade.valuation.study.output;

import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** How programs of the study are run, and tell what fails. */
public final class StudyProgram {
  private StudyProgram() {}

  /**
   * Runs a command, and returns what the process ends with: 1 when it fails, 2 when its options are
   * wrong, else what the command returns.
   */
  public static int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (misuse, _) -> {
              System.err.println("clade: " + misuse.getMessage());
              return 2;
            })
        .setExecutionExceptionHandler(
            (failure, _, _) -> {
              System.err.println("clade: " + describe(failure));
              return 1;
            })
        .execute(arguments);
  }

  private static String describe(Exception failure) {
    return failure instanceof NoSuchFileException missing
        ? "there is no file " + missing.getFile()
        : String.valueOf(failure.getMessage());
  }
}
