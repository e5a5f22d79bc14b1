package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.base.Splitter;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server without a database translates failures too. */
final class WithoutDriverTest {
  @Test
  void failuresAreTranslatedWhereNoDriverIs() throws Exception {
    List<URL> jars = new ArrayList<>();
    for (String entry :
        Splitter.on(File.pathSeparator).split(System.getProperty("java.class.path"))) {
      if (!entry.contains("vertx-sql-client") && !entry.contains("vertx-pg-client")) {
        jars.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(() -> loader.loadClass("io.vertx.sqlclient.DatabaseException"));
      Object translated =
          loader
              .loadClass(FailureTranslator.class.getName())
              .getMethod("translate", Throwable.class)
              .invoke(null, new IllegalStateException("inside"));
      assertThat(translated.toString()).contains("CladeException").doesNotContain("inside");
    }
  }
}
