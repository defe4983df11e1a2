package fr.palabre.identity;

import fr.palabre.platform.web.Page;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a module holds, said by counting one table of its own. */
public abstract class CountedHolding implements BrandHolding {
  private final JdbcClient jdbc;
  private final String table;
  private final String word;

  /**
   * @param table the module's own
   * @param word key of the message that says how many
   */
  protected CountedHolding(JdbcClient jdbc, String table, String word) {
    this.jdbc = jdbc;
    this.table = table;
    this.word = word;
  }

  @Override
  public final List<String> held(Page page, WorkspaceId workspace) {
    var count = jdbc.sql("select count(*) from " + table + " where workspace_id = :workspace")
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
    return count == 0 ? List.of() : List.of(page.count(word, count));
  }
}
