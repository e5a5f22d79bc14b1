package dev.clade.lineage.ecosystem.topic.mallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SilentMalletTest {
  private static final Logger ROOT = Logger.getLogger("");

  @Test
  void nothingIsLoggedAndTheLoggersOfOthersStayAsTheyAre() {
    List<LogRecord> records = new ArrayList<>();
    Handler handler = new Listener(records);
    Level level = ROOT.getLevel();
    ROOT.addHandler(handler);
    try {
      Allocation.of(List.of("word"), List.of(new int[] {0, 0}), 2, 60, 1);
      assertThat(ROOT.getHandlers()).contains(handler);
      assertThat(ROOT.getLevel()).isEqualTo(level);
      assertThat(records).isEmpty();
      assertThat(System.getProperty("java.util.logging.config.class")).isNull();
    } finally {
      ROOT.removeHandler(handler);
    }
  }

  private static final class Listener extends Handler {
    private final List<LogRecord> records;

    Listener(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord logged) {
      records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
