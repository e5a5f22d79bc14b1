package dev.clade.local.mesh;

import java.nio.file.Path;

/** The JDK that this program runs on. */
public final class Jdk {
  private Jdk() {}

  /** Returns the path of a program of the JDK, such as {@code java} or {@code jcmd}. */
  public static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
