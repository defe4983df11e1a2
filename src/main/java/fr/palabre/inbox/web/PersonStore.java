package fr.palabre.inbox.web;

import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.community.People;
import fr.palabre.community.PersonId;
import fr.palabre.identity.Member;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.web.PersonView.Word;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the inbox knows of a person, across networks. */
@Component("inboxPersonStore")
@Transactional(readOnly = true)
class PersonStore {
  private final JdbcClient jdbc;
  private final People people;

  PersonStore(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  PersonView person(Member me, PersonId id, ConversationId butFor) {
    return new PersonView(people.sheet(me.workspaceId(), id), messages(me, id), follows(me, id),
        lately(me, id, butFor));
  }

  private int messages(Member me, PersonId id) {
    return jdbc.sql("""
            select count(*)
              from (select 1 from inbox_message
                     where workspace_id = :workspace and person_id = :person
                     limit :most) n
            """)
        .param("workspace", me.tenant())
        .param("person", id.value())
        .param("most", Counts.MOST)
        .query(Integer.class).single();
  }

  private boolean follows(Member me, PersonId id) {
    return jdbc.sql("""
            select exists (select from inbox_reaction
                            where workspace_id = :workspace and person_id = :person
                              and kind = 'FOLLOW')
            """)
        .param("workspace", me.tenant()).param("person", id.value())
        .query(Boolean.class).single();
  }

  private List<Word> lately(Member me, PersonId id, ConversationId butFor) {
    return jdbc.sql("""
            select m.conversation_id, c.network, left(m.text, 200) words, m.at
              from inbox_message m
              join inbox_conversation c
                on c.workspace_id = m.workspace_id and c.id = m.conversation_id
             where m.workspace_id = :workspace and m.person_id = :person
               and m.conversation_id <> :this
             order by m.at desc
             limit 5
            """)
        .param("workspace", me.tenant())
        .param("person", id.value())
        .param("this", butFor.value())
        .query((row, _) -> new Word(row.getString("conversation_id"), row.getString("network"),
            row.getString("words"), instant(row, "at")))
        .list();
  }
}
