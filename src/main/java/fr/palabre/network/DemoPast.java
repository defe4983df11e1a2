package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a demonstration account lived through before its brand was made, for the modules that play
 * their part of it. Each answer is a fixed function of the account and the instant.
 */
public interface DemoPast {
  /** Posts of the weeks before, oldest first; empty for a brand of real accounts. */
  List<PastPost> posts(WorkspaceId workspace);

  Map<Metric, Long> postMetrics(WorkspaceId workspace, PastPost post, Instant at);

  Map<Metric, Long> accountMetrics(WorkspaceId workspace, AccountId account, Instant at);

  /**
   * @param title what the brand calls it in its calendar
   * @param dialogues what was said under it, all of it answered
   */
  record PastPost(
      AccountId account,
      String remoteId,
      URI permalink,
      String title,
      String text,
      Instant at,
      List<PastDialogue> dialogues) {}

  record PastDialogue(
      Inbound.Message question, String answer, String answerRemoteId, Instant answeredAt) {}
}
