import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Brands, their accounts, and posts planned on them: the rows that validating a content writes, all
 * of them (content, adaptation, scheduled post, delivery), so that what follows a post out has its
 * work to do too.
 */
final class Posts {
  private static final int BRANDS = 10;
  private final Connection owner;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();
  private final List<UUID> accounts = new ArrayList<>();
  private int planned;

  Posts(Connection owner) throws Exception {
    this.owner = owner;
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(House.KEY), "HmacSHA256"));
    key = new SecretKeySpec(mac.doFinal("secrets at rest".getBytes()), "AES");
  }

  /** So many accounts, spread over the brands and the servers. */
  void connect(StandInNetworks networks, Judge judge, int wanted) throws Exception {
    for (int brand = 0; brand < BRANDS; brand++)
      run("insert into identity_workspace (id, slug, name) values ('%s', 'banc-%d', 'Banc %d')"
          .formatted(brand(brand), brand, brand));
    try (var account = owner.prepareStatement("""
            insert into network_account (workspace_id, id, network, remote_id, handle, display_name,
                settings, standing, connected_at)
            values (?::uuid, ?, ?, ?, ?, ?, ?::jsonb, 'CONNECTED', now())
            """);
        var credential = owner.prepareStatement("""
            insert into network_credential (workspace_id, account_id, sealed, expires_at, renewed_at)
            values (?::uuid, ?, ?, now() + make_interval(hours => ?), now())
            """)) {
      for (int i = 0; i < wanted; i++) {
        var id = UUID.randomUUID();
        accounts.add(id);
        var server = i % StandInNetworks.SERVERS;
        var bluesky = StandInNetworks.isBluesky(server);
        var name = "banc%04d".formatted(i);
        judge.knows("token-of-" + name, name);
        set(account, brand(i % BRANDS), id, bluesky ? "bluesky" : "mastodon",
            bluesky ? "did:plc:" + name : name + "@banc.exemple", name, name,
            bluesky ? "{\"service\":\"" + networks.address(server) + "\"}"
                : ("{\"server\":\"%s\",\"domain\":\"banc.exemple\",\"id\":\"%s\","
                    + "\"limitsReadAt\":\"%s\"}").formatted(networks.address(server), name,
                        Instant.now()));
        set(credential, brand(i % BRANDS), id, seal(id, bluesky
            ? "{\"accessJwt\":\"token-of-%1$s\",\"refreshJwt\":\"refresh-of-%1$s\"}".formatted(name)
            : "{\"token\":\"token-of-%s\"}".formatted(name)), bluesky ? 2 : null);
      }
    }
    run("""
        insert into network_cursor (workspace_id, account_id, rhythm_seconds, next_poll_at)
          select workspace_id, id, 600, now() + interval '10 minutes' from network_account;
        insert into analytics_account (workspace_id, account_id, network, handle, known_at,
                                       next_read_at)
          select workspace_id, id, network, handle, now(), now() + interval '1 hour'
            from network_account;
        insert into delivery_lane (workspace_id, account_id)
          select workspace_id, id from network_account;
        create table banc_account as select row_number() over (order by handle) - 1 as n,
          workspace_id, id, network from network_account;
        create unique index on banc_account (n);
        analyze;
        """);
  }

  /** Plans so many posts, one account after the other, all for that instant; rings the bell. */
  List<Integer> plan(int posts, Instant due) throws SQLException {
    return plan(posts, due, accounts.size());
  }

  List<Integer> plan(int posts, Instant due, int onAccounts) throws SQLException {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < posts; i++) numbers.add(planned + i);
    run(PLAN.formatted(planned, planned + posts - 1, onAccounts, due, 0));
    planned += posts;
    return numbers;
  }

  /** Plans so many posts, evenly over that long from then on. */
  void planFrom(int posts, Instant from, Duration over) throws SQLException {
    run(PLAN.formatted(planned, planned + posts - 1, accounts.size(), from,
        over.toSeconds() / posts));
    planned += posts;
  }

  /** The post of that number is planned on this account. */
  UUID account(int number, int firstNumber, int onAccounts) {
    return accounts.get((number - firstNumber) % onAccounts);
  }

  void analyze() throws SQLException {
    for (var table : List.of("editorial_content", "editorial_adaptation", "publishing_post",
        "delivery_delivery", "delivery_lane", "delivery_attempt")) run("analyze " + table);
  }

  private static final String PLAN = """
      begin;
      set local synchronous_commit = off;
      create temp table banc on commit drop as
        select g as n, a.workspace_id, a.id as account_id, a.network, uuidv7() as content,
               uuidv7() as adaptation, uuidv7() as post, uuidv7() as delivery,
               timestamptz '%4$s' + make_interval(secs => %5$d * (g - %1$d)) as due,
               'Annonce ' || g || ' : la fournée du matin est prête, les tartes aux pommes '
                 || 'sortent du four à huit heures, et la brioche du samedi se réserve dès '
                 || 'aujourd''hui au comptoir ou par téléphone.' as text
          from generate_series(%1$d, %2$d) g
          join banc_account a on a.n = (g - %1$d) %% %3$d
         order by g;
      insert into editorial_content (workspace_id, id, name, body, networks, accounts, stage,
          version, hash, planned_local, planned_zone, planned_at, created_at, updated_at, search)
        select workspace_id, content, 'Annonce ' || n, jsonb_build_object('title', '', 'text', text,
                 'images', '[]'::jsonb, 'firstReply', '', 'link', null, 'language', 'fr',
                 'adaptations', jsonb_build_array(jsonb_build_object('id',
                   jsonb_build_object('value', adaptation), 'account',
                   jsonb_build_object('value', account_id), 'chosen', true, 'text', null,
                   'images', null, 'firstReply', null, 'contentWarning', '', 'visibility', null,
                   'thread', false, 'numbered', false))),
               array[network], array[account_id], 'SCHEDULED', 1, 'banc',
               due at time zone 'Europe/Paris', 'Europe/Paris', due, now(), now(),
               to_tsvector('palabre_fr', text)
          from banc;
      insert into editorial_adaptation (workspace_id, id, content_id, account_id, network, status,
          progressed_at)
        select workspace_id, adaptation, content, account_id, network, 'WAITING', now() from banc;
      insert into publishing_post (workspace_id, id, content_id, adaptation_id, account_id,
          content_hash, title, excerpt, parts, local_at, zone, due_at, shift, state, created_at)
        select workspace_id, post, content, adaptation, account_id, 'banc', 'Annonce ' || n,
               left(text, 140), 1, due at time zone 'Europe/Paris', 'Europe/Paris', due, 'NONE',
               'WAITING', now()
          from banc;
      insert into delivery_delivery (workspace_id, id, account_id, act, draft, subject_kind,
          subject_id, not_before, not_after, standing, why, next_at, created_at, moved_at)
        select workspace_id, delivery, account_id, 'PUBLISH',
               jsonb_build_object('text', text, 'images', '[]'::jsonb, 'language', 'fr'), 'post',
               post, due, due + interval '2 hours', 'SCHEDULED', 'HOUR', due, now(), now()
          from banc order by n;
      select pg_notify('palabre_delivery', '');
      commit;
      """;

  static UUID brand(int n) {
    return UUID.fromString("0199bbbb-0000-7000-8000-%012d".formatted(n));
  }

  private byte[] seal(UUID account, String secrets) throws Exception {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(account.toString().getBytes());
    var sealed = cipher.doFinal(secrets.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  private static void set(java.sql.PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    statement.executeUpdate();
  }

  private void run(String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
