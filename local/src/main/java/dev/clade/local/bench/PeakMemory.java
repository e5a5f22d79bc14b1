package dev.clade.local.bench;

import java.util.OptionalLong;

/** Reads the most physical memory that a process ever held, where the system tells (Linux). */
public final class PeakMemory {
  private PeakMemory() {}

  /** Returns the peak in bytes. */
  public static OptionalLong of(ProcessHandle process) {
    OptionalLong kibibytes = ProcessStatus.number(process, "VmHWM");
    return kibibytes.isPresent()
        ? OptionalLong.of(kibibytes.getAsLong() << 10)
        : OptionalLong.empty();
  }
}
