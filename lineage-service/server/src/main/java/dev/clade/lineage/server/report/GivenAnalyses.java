package dev.clade.lineage.server.report;

import dev.clade.lineage.ecosystem.Analyses;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Makes the analyses of what the server was given, once and when it starts. */
@Singleton
final class GivenAnalyses {
  private static final Logger LOG = Logger.getLogger(GivenAnalyses.class);

  @Produces
  @Singleton
  @Startup
  Analyses analyses(ReportSettings settings) {
    JudgedMessages judged =
        settings.judgedMessages().map(JudgedMessagesFile::read).orElse(JudgedMessages.NONE);
    if (!judged.isEmpty()) {
      LOG.infof("%d judged messages, %s.", judged.messages().size(), judged.digest());
    }
    return Analyses.of(judged);
  }
}
