package fr.palabre.community;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.community.PersonSheet.Note;
import fr.palabre.community.PersonSheet.Profile;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.NetworkId;
import fr.palabre.network.RemoteAuthor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonStore {
  private final JdbcClient jdbc;

  PersonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Known> findProfile(WorkspaceId workspace, NetworkId network, String remoteId) {
    return jdbc.sql("""
            select i.person_id, i.handle, i.display_name, i.avatar_url, p.first_seen_at
              from community_identity i
              join community_person p on p.workspace_id = i.workspace_id and p.id = i.person_id
             where i.workspace_id = :workspace and i.network = :network and i.remote_id = :remote
            """)
        .param("workspace", workspace.value())
        .param("network", network.value())
        .param("remote", remoteId)
        .query((row, _) -> new Known(new PersonId(uuid(row, "person_id")),
            row.getString("handle"), row.getString("display_name"), row.getString("avatar_url"),
            instant(row, "first_seen_at")))
        .optional();
  }

  /** The new person; the one met already if another transaction was quicker. */
  PersonId meet(WorkspaceId workspace, NetworkId network, RemoteAuthor author, Instant now) {
    var id = PersonId.next();
    jdbc.sql("insert into community_person (workspace_id, id, name, first_seen_at) "
            + "values (:workspace, :id, :name, :now)")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("name", nameOf(author))
        .param("now", at(now))
        .update();
    var made = jdbc.sql("""
            insert into community_identity (workspace_id, network, remote_id, person_id, handle,
                                            display_name, avatar_url, first_seen_at)
            values (:workspace, :network, :remote, :person, :handle, :name, :avatar, :now)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("network", network.value())
        .param("remote", author.remoteId())
        .param("person", id.value())
        .param("handle", author.handle())
        .param("name", author.displayName())
        .param("avatar", author.avatarUrl())
        .param("now", at(now))
        .update();
    if (made == 1) return id;
    forget(workspace, id);
    return findProfile(workspace, network, author.remoteId()).orElseThrow().person();
  }

  void rename(WorkspaceId workspace, NetworkId network, RemoteAuthor author, PersonId person) {
    jdbc.sql("""
            update community_identity
               set handle = :handle, display_name = :name, avatar_url = :avatar
             where workspace_id = :workspace and network = :network and remote_id = :remote
            """)
        .param("workspace", workspace.value())
        .param("network", network.value())
        .param("remote", author.remoteId())
        .param("handle", author.handle())
        .param("name", author.displayName())
        .param("avatar", author.avatarUrl())
        .update();
    jdbc.sql("update community_person set name = :name "
            + "where workspace_id = :workspace and id = :id and name <> :name")
        .param("workspace", workspace.value())
        .param("id", person.value())
        .param("name", nameOf(author))
        .update();
  }

  void knownSince(WorkspaceId workspace, PersonId person, Instant at) {
    jdbc.sql("update community_person set first_seen_at = least(first_seen_at, :at) "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value()).param("id", person.value()).param("at", at(at))
        .update();
  }

  Optional<PersonSheet> find(WorkspaceId workspace, PersonId id) {
    return jdbc.sql("select name, first_seen_at from community_person "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> new PersonSheet(id, row.getString("name"),
            instant(row, "first_seen_at"), profiles(workspace, id), notes(workspace, id)))
        .optional();
  }

  private List<Profile> profiles(WorkspaceId workspace, PersonId id) {
    return jdbc.sql("""
            select network, remote_id, handle, display_name
              from community_identity
             where workspace_id = :workspace and person_id = :id
             order by first_seen_at
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> profile(row))
        .list();
  }

  private List<Note> notes(WorkspaceId workspace, PersonId id) {
    return jdbc.sql("""
            select id, text, by_name, at
              from community_note
             where workspace_id = :workspace and person_id = :id
             order by at desc
             limit 20
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> new Note(uuid(row, "id"), row.getString("text"),
            row.getString("by_name"), instant(row, "at")))
        .list();
  }

  List<People.Found> beginningWith(WorkspaceId workspace, PersonId than, String beginning) {
    return jdbc.sql("""
            select person_id, network, remote_id, handle, display_name
              from community_identity
             where workspace_id = :workspace
               and handle_key >= :from and handle_key < :until
               and person_id <> :than
             order by handle_key
             limit 10
            """)
        .param("workspace", workspace.value())
        .param("from", beginning.toLowerCase(Locale.ROOT))
        .param("until", beginning.toLowerCase(Locale.ROOT) + Character.MAX_VALUE)
        .param("than", than.value())
        .query((row, _) -> new People.Found(new PersonId(uuid(row, "person_id")), profile(row)))
        .list();
  }

  void addNote(Member me, PersonId person, Note note) {
    jdbc.sql("""
            insert into community_note (workspace_id, id, person_id, text, by_id, by_name, at)
            values (:workspace, :id, :person, :text, :by, :name, :at)
            """)
        .param("workspace", me.tenant())
        .param("id", note.id())
        .param("person", person.value())
        .param("text", note.text())
        .param("by", me.userId())
        .param("name", note.byName())
        .param("at", at(note.at()))
        .update();
  }

  void moveTo(WorkspaceId workspace, PersonId kept, PersonId gone) {
    for (var table : List.of("community_identity", "community_note"))
      jdbc.sql("update " + table + " set person_id = :kept "
              + "where workspace_id = :workspace and person_id = :gone")
          .param("workspace", workspace.value())
          .param("kept", kept.value())
          .param("gone", gone.value())
          .update();
  }

  void forget(WorkspaceId workspace, PersonId id) {
    jdbc.sql("delete from community_person where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  private static Profile profile(ResultSet row) throws SQLException {
    return new Profile(new NetworkId(row.getString("network")), row.getString("remote_id"),
        row.getString("handle"), row.getString("display_name"));
  }

  private static String nameOf(RemoteAuthor author) {
    return author.displayName().isBlank() ? author.handle() : author.displayName();
  }

  /** A profile as it was last seen. */
  record Known(PersonId person, String handle, String displayName, @Nullable String avatarUrl,
      Instant firstSeenAt) {
    boolean sameAs(RemoteAuthor author) {
      return handle.equals(author.handle()) && displayName.equals(author.displayName())
          && Objects.equals(avatarUrl, author.avatarUrl());
    }
  }
}
