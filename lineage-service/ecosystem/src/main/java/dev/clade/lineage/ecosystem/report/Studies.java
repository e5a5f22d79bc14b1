package dev.clade.lineage.ecosystem.report;

import dev.clade.report.Source;

/** The published studies that several analyses follow. */
public final class Studies {
  /** Activity, collaboration and adoption on the hub of October 2023. */
  public static final Source OSBORNE =
      new Source(
          "Osborne, Ding, Kirk: The AI community building the future? (2024)", "arXiv:2405.13058");

  /** Evolution and maintenance of models up to November 2023. */
  public static final Source CASTANO =
      new Source(
          "Castaño, Martínez-Fernández, Franch, Bogner: Analyzing the evolution and maintenance "
              + "of ML models on Hugging Face (2024)",
          "arXiv:2311.13380");

  /** Claims on reuse, turnover and documentation, tested from June 2022 to April 2024. */
  public static final Source JONES =
      new Source(
          "Jones et al.: What do we know about Hugging Face? A systematic literature review and "
              + "quantitative validation of qualitative claims (ESEM 2024)",
          "arXiv:2406.08205");

  /** Family trees of July 2025: how licences, languages, tasks and cards change along them. */
  public static final Source LAUFER =
      new Source(
          "Laufer, Oderinwale, Kleinberg: Anatomy of a machine learning ecosystem (2025)",
          "arXiv:2508.06811");

  private Studies() {}
}
