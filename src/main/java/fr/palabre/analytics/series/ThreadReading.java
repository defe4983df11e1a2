package fr.palabre.analytics.series;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostThreads;
import fr.palabre.network.Reading;
import fr.palabre.network.ReportsMetrics;
import fr.palabre.platform.db.RowScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what follows posts in their threads: counted nowhere, but what became of it there is told. */
@Component
class ThreadReading {
  private final PostThreads threads;
  private final NetworkCalls calls;
  private final RowScope scope;

  ThreadReading(PostThreads threads, NetworkCalls calls, RowScope scope) {
    this.threads = threads;
    this.calls = calls;
    this.scope = scope;
  }

  /** @param missing remote ids of what its network no longer shows */
  record Following(Map<String, PostSeen> shown, List<String> missing) {
    static final Following NONE = new Following(Map.of(), List.of());
  }

  /** What the network does not tell now, it is asked again with the next reading of those posts. */
  Following of(ConnectedAccount account, List<String> posts) {
    var ids = scope.within(account.workspace().value(),
        () -> threads.following(account.workspace(), account.id(), posts));
    var shown = new HashMap<String, PostSeen>();
    var missing = new ArrayList<String>();
    for (int i = 0; i < ids.size(); i += Collector.A_CALL) {
      var some = ids.subList(i, Math.min(i + Collector.A_CALL, ids.size()));
      var reading = calls.call(account, ReportsMetrics.class,
          (network, session) -> network.postMetrics(session, some));
      if (!(reading instanceof Reading.Read<Map<String, PostSeen>>(var seen))) break;
      shown.putAll(seen);
      some.stream().filter(id -> !seen.containsKey(id)).forEach(missing::add);
    }
    return new Following(shown, missing);
  }
}
