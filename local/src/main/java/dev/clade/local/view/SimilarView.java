package dev.clade.local.view;

import dev.clade.lineage.v1.EmbeddingView;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.lineage.v1.SimilarArtifact;
import dev.clade.lineage.v1.ViewScore;
import dev.clade.lineage.v1.WordScore;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is similar, as a table: how similar it is, by which views, and by which words. */
public final class SimilarView {
  private SimilarView() {}

  /** Returns the table, and where it comes from. */
  public static String render(FindSimilarResponse found) {
    StringBuilder text = new StringBuilder();
    if (found.getArtifactsCount() == 0) {
      text.append("Nothing that is similar passes the filter.\n");
    } else {
      Table table = new Table("artifact", ">cosine", "by view", "by words", ">behind it", "");
      for (SimilarArtifact artifact : found.getArtifactsList()) {
        table.row(
            ArtifactName.shorten(artifact.getName()),
            "%.3f".formatted(artifact.getCosine()),
            scores(artifact.getViewScoresList()),
            words(artifact.getWordScoresList()),
            artifact.getCollapsedCount(),
            artifact.getLowEvidence() ? "rests on little" : "");
      }
      text.append(table.render());
    }
    return text.append("%s%n".formatted(found.getEmbedding())).toString();
  }

  private static String scores(List<ViewScore> scores) {
    return scores.stream()
        .map(score -> "%s %.2f".formatted(word(score.getView()), score.getCosine()))
        .collect(Collectors.joining(", "));
  }

  private static String words(List<WordScore> scores) {
    return scores.stream()
        .map(score -> "%s %.1f".formatted(source(score.getView()), score.getScore()))
        .collect(Collectors.joining(", "));
  }

  /** Of the identity only the name has words. */
  private static String source(EmbeddingView view) {
    return view == EmbeddingView.EMBEDDING_VIEW_IDENTITY ? "name" : word(view);
  }

  private static String word(EmbeddingView view) {
    return view.name().replace("EMBEDDING_VIEW_", "").toLowerCase(Locale.ROOT);
  }
}
