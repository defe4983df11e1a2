package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.testing.PalabreTest;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each table has one room, and each brand's rows their guard. */
@PalabreTest
class TablesTest {
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|join|into|update|delete from)\\s+([a-z]+_[a-z_]+)\\b");
  @Autowired JdbcClient jdbc;

  @Test
  void everyTableOfABrandIsUnderRowLevelSecurity() {
    var unguarded = jdbc.sql("""
            select c.relname
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
             where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
               and not a.attisdropped
               and not (c.relrowsecurity and exists (
                 select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_rows'))
            """).query(String.class).list();
    assertThat(unguarded).isEmpty();
  }

  @Test
  void everyKeyOfABrandsTableBeginsWithTheBrand() {
    var late = jdbc.sql("""
            select c.relname
              from pg_index i
              join pg_class c on c.oid = i.indrelid
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
             where i.indisprimary and c.relnamespace = 'public'::regnamespace
               and i.indkey[0] <> a.attnum
            """).query(String.class).list();
    assertThat(late).isEmpty();
  }

  @Test
  void aModuleTouchesItsOwnTablesOnly() {
    var tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
        .query(String.class).list();
    var trespasses = new TreeSet<String>();
    for (var file : Sources.under(Sources.JAVA, ".java")) {
      var module = Sources.module(file);
      if (module.equals("platform")) continue;
      for (var table : named(Sources.text(file)))
        if (tables.contains(table) && !table.startsWith(module + "_"))
          trespasses.add(file.getFileName() + " → " + table);
    }
    assertThat(trespasses).isEmpty();
  }

  private static List<String> named(String source) {
    return TABLE.matcher(source).results().map(m -> m.group(1)).toList();
  }
}
