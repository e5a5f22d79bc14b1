package dev.clade.ingest.hub;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A step that asks about single artifacts, which it chooses by a look at the catalogue. Each answer
 * is a batch of its own, so that a crawl which is killed asks few questions twice.
 */
abstract class ItemStep implements CrawlStep {
  private final CrawlItems items;
  private long planned;

  ItemStep(CrawlItems items) {
    this.items = items;
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public void prepare(CrawlCheckpoint from) throws IOException, InterruptedException {
    items.plan(name(), connection -> plan(connection, items));
    planned = items.count(name());
  }

  @Override
  public long expectedRecords() {
    return planned;
  }

  @Override
  public StepResult next(CrawlCheckpoint from) throws IOException, InterruptedException {
    long after = from.cursor().isEmpty() ? 0 : Long.parseLong(from.cursor());
    Optional<CrawlItem> next = items.behind(name(), after);
    StepResult result = new StepResult(from);
    if (next.isEmpty()) {
      result.end();
    } else {
      ask(next.get(), result);
      result.goOn(Long.toString(next.get().place()));
    }
    return result;
  }

  CrawlItems items() {
    return items;
  }

  /** Writes the items down; places begin at 1. */
  abstract void plan(Connection connection, CrawlItems into) throws SQLException;

  /** Asks about an item. */
  abstract void ask(CrawlItem item, StepResult result) throws IOException, InterruptedException;
}
