import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows that the benches read: one brand, its contents, its messages. Nothing real. */
final class BenchData {
  static final String WORKSPACE = "0199aaaa-0000-7000-8000-000000000001";
  static final String OTHER = "0199aaaa-0000-7000-8000-000000000002";
  static final String USER = "0199aaaa-0000-7000-8000-000000000003";
  static final String ACCOUNT = "0199aaaa-0000-7000-8000-000000000004";
  static final String TOKEN = "a-session-of-the-bench";
  static final String WEEK = "2027-03-01";

  private BenchData() {}

  static void brand(Connection owner) throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes());
    run(owner, """
        insert into identity_workspace (id, slug, name) values
          ('%1$s', 'banc', 'Banc'), ('%2$s', 'autre', 'Autre') on conflict do nothing;
        insert into identity_user (id, email, name) values ('%3$s', 'banc@exemple.test', 'Banc')
          on conflict do nothing;
        insert into identity_membership (workspace_id, user_id, role)
          values ('%1$s', '%3$s', 'ADMINISTRATOR') on conflict do nothing;
        """.formatted(WORKSPACE, OTHER, USER));
    try (var session = owner.prepareStatement("""
        insert into identity_session (token_hash, user_id, created_at, seen_at, expires_at)
        values (?, ?::uuid, now(), now(), now() + interval '30 days') on conflict do nothing
        """)) {
      session.setBytes(1, hash);
      session.setString(2, USER);
      session.executeUpdate();
    }
  }

  /** Contents over two years, and some of them in one week. */
  static void contents(Connection owner, int stored, int inTheWeek) throws SQLException {
    run(owner, """
        delete from editorial_content where workspace_id = '%1$s';
        insert into editorial_content (workspace_id, id, name, body, networks, accounts, stage,
          version, hash, planned_local, planned_zone, planned_at, created_by, created_at,
          updated_by, updated_at, search)
        select '%1$s', uuidv7(), 'Contenu numéro ' || g || ', le four du matin', '{}', '{village}',
               array['%2$s'::uuid],
               (array['DRAFT','SUBMITTED','APPROVED','SCHEDULED','PUBLISHED'])[1 + g %% 5], 1, '',
               l, 'Europe/Paris', l at time zone 'Europe/Paris', '%3$s', now(), '%3$s', now(), ''
          from (select g, case when g <= %5$d
                   then timestamp '%6$s' + make_interval(mins => (g * 7 * 24 * 60 / %5$d))
                   else timestamp '2025-03-03' + make_interval(mins => g * 104) end as l
                  from generate_series(1, %4$d) g) x;
        analyze editorial_content;
        """.formatted(WORKSPACE, ACCOUNT, USER, stored, inTheWeek, WEEK));
  }

  /** Tops the brand's messages up to a number, four to a conversation, one in fifty unanswered. */
  static void messages(Connection owner, long wanted) throws SQLException {
    long stored = count(owner);
    System.out.printf("making %,d messages…%n", wanted - stored);
    sentences(owner);
    run(owner, "set maintenance_work_mem = '1GB'; set synchronous_commit = off");
    if (stored < wanted) run(owner, "drop index if exists inbox_message_search");
    for (long from = stored / 4; from < wanted / 4; from += 25_000)
      batch(owner, from, Math.min(from + 25_000, wanted / 4));
    // One by one: a vacuum refuses to share its statement.
    run(owner, """
        create index if not exists inbox_message_search on inbox_message
          using gin (workspace_id, inbox_day(at), search) with (gin_pending_list_limit = 256)
        """);
    run(owner, "vacuum analyze inbox_message");
    run(owner, "vacuum analyze inbox_conversation");
  }

  static long count(Connection owner) throws SQLException {
    try (var row = owner.createStatement().executeQuery("select 4 * count(*) from inbox_conversation")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void batch(Connection owner, long from, long to) throws SQLException {
    run(owner, """
        create temp table banc on commit preserve rows as
          select g, uuidv7() as conversation, uuidv7() as person, uuidv7() as turn,
                 timestamptz '2024-01-01' + make_interval(secs => g * 20) as at
            from generate_series(%3$d, %4$d) g;
        insert into community_person (workspace_id, id, name, first_seen_at)
          select '%1$s', person, 'Personne ' || g, at from banc;
        insert into inbox_conversation (workspace_id, id, account_id, network, kind, root_id,
            person_id, author_name, author_handle, excerpt, last_inbound_at, last_at, turn_id,
            waiting_since, unanswered, closed_at)
          select '%1$s', conversation, '%2$s', 'village',
                 (array['REPLY','MENTION','DIRECT'])[1 + g %% 3], 'r' || g, person,
                 'Personne ' || g, 'personne' || g, left((select text from banc_sentence
                   where n = g %% 5000), 120), at, at,
                 case when g %% 50 = 0 then turn end, case when g %% 50 = 0 then at end,
                 case when g %% 50 = 0 then 1 else 0 end, case when g %% 50 <> 0 then at end
            from banc;
        insert into inbox_turn (workspace_id, id, conversation_id, account_id, started_at, ended_at,
            outcome)
          select '%1$s', turn, conversation, '%2$s', at,
                 case when g %% 50 <> 0 then at end, case when g %% 50 <> 0 then 'DECIDED' end
            from banc;
        insert into inbox_message (workspace_id, conversation_id, account_id, turn_id, remote_id,
            ours, person_id, author_name, author_handle, text, at, version)
          select '%1$s', conversation, '%2$s', turn, 'm' || g || '-' || k, false, person,
                 'Personne ' || g, 'personne' || g,
                 (select text from banc_sentence where n = (g * 4 + k) %% 5000), at, 1
            from banc, generate_series(1, 4) k;
        drop table banc;
        """.formatted(WORKSPACE, ACCOUNT, from + 1, to));
  }

  /** Five thousand sentences of about 270 characters; a word's rank is how rare it is. */
  private static void sentences(Connection owner) throws SQLException {
    run(owner, """
        drop table if exists banc_sentence;
        create table banc_sentence as
          select n, string_agg('mot' || floor(20000 ^ random())::int, ' ') as text
            from generate_series(0, 4999) n, generate_series(1, 38) k group by n;
        alter table banc_sentence add primary key (n);
        """);
  }

  /** Words of the sentences, from the most frequent to the rarest. */
  static List<String> words() {
    var words = new ArrayList<String>();
    for (int rank = 1; rank < 20_000; rank = Math.max(rank + 1, rank * 21 / 20))
      words.add("mot" + rank);
    return words;
  }

  /** The address's part that continues after so many conversations. */
  static String after(Connection owner, int rows) throws SQLException {
    try (var row = owner.createStatement().executeQuery("select place || '.' || id "
        + "from inbox_conversation where workspace_id = '" + WORKSPACE
        + "' order by place, id limit 1 offset " + (rows - 1))) {
      row.next();
      return "apres=" + row.getString(1);
    }
  }

  private static void run(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
