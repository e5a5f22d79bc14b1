package dev.clade.valuation.server.run;

import com.google.protobuf.ByteString;
import dev.clade.runtime.page.PageTime;
import dev.clade.valuation.server.domain.LedgerRow;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.store.LedgerStore;
import dev.clade.valuation.server.store.RunStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lists runs and ledgers page by page. */
@ApplicationScoped
public class RunPages {
  private static final String SEPARATOR = "/";

  private final RunStore runs;
  private final LedgerStore ledger;
  private final RunService service;

  @Inject
  RunPages(RunStore runs, LedgerStore ledger, RunService service) {
    this.runs = runs;
    this.ledger = ledger;
    this.service = service;
  }

  /**
   * Returns runs, the newest first.
   *
   * @param position of a page before; nothing for the first page
   * @throws IllegalArgumentException when the position is none
   */
  public Uni<Page<Run>> runs(int size, Optional<String> position) {
    Uni<List<Run>> found =
        position
            .map(
                after -> {
                  String[] parts = split(after);
                  try {
                    return runs.newest(
                        size + 1, PageTime.parse(parts[0]), UUID.fromString(parts[1]));
                  } catch (DateTimeException e) {
                    throw new IllegalArgumentException("no position: " + after, e);
                  }
                })
            .orElseGet(() -> runs.newest(size + 1));
    return found.map(items -> page(items, size, run -> run.createTime() + SEPARATOR + run.id()));
  }

  /**
   * Returns a run's ledger by coalition and replicate; fails when there is no such run.
   *
   * @param position of a page before; nothing for the first page
   * @throws IllegalArgumentException when the position is none
   */
  public Uni<Page<LedgerRow>> ledger(UUID run, int size, Optional<String> position) {
    String[] after = split(position.orElse(SEPARATOR + "-1"));
    ByteString coalition = ByteString.copyFrom(HexFormat.of().parseHex(after[0]));
    int replicate = Integer.parseInt(after[1]);
    return service
        .require(run)
        .flatMap(_ -> ledger.page(run, coalition, replicate, size + 1))
        .map(
            items ->
                page(
                    items,
                    size,
                    row ->
                        HexFormat.of().formatHex(row.coalition().toByteArray())
                            + SEPARATOR
                            + row.replicate()));
  }

  private static String[] split(String position) {
    String[] parts = position.split(SEPARATOR, -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("no position: " + position);
    }
    return parts;
  }

  private static <T> Page<T> page(List<T> items, int size, Function<T, String> position) {
    return items.size() <= size
        ? new Page<>(items, Optional.empty())
        : new Page<>(items.subList(0, size), Optional.of(position.apply(items.get(size - 1))));
  }
}
