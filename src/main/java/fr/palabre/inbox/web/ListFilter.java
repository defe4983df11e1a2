package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The conditions a query puts on conversations, as SQL that an index can serve. */
final class ListFilter {
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  ListFilter(Member me, InboxQuery query) {
    var view = query.view();
    if (view.from() > 0) sql.append(" and c.place >= ").append(view.from());
    if (view.until() < Long.MAX_VALUE) sql.append(" and c.place < ").append(view.until());
    query.network().ifPresent(n -> equal("network", n));
    query.account().ifPresent(a -> equal("account_id", a));
    query.kind().ifPresent(k -> equal("kind", k.name()));
    if (view == InboxView.MINE) equal("assignee_id", me.userId());
    else query.assignee().ifPresent(who -> whose(me, who));
  }

  String sql() {
    return sql.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void whose(Member me, String who) {
    switch (who) {
      case "moi" -> equal("assignee_id", me.userId());
      case "personne" -> sql.append(" and c.assignee_id is null");
      default -> equal("assignee_id", UUID.fromString(who));
    }
  }

  private void equal(String column, Object value) {
    sql.append(" and c.").append(column).append(" = :").append(column);
    parameters.put(column, value);
  }
}
