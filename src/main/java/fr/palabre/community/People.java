package fr.palabre.community;

import fr.palabre.community.PersonSheet.Note;
import fr.palabre.community.PersonSheet.Profile;
import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.NetworkId;
import fr.palabre.network.RemoteAuthor;
import fr.palabre.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the public, each known once across the networks. */
@Component
@Transactional
public class People {
  private final PersonStore people;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  People(PersonStore people, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.people = people;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The person behind this profile, met now. */
  public PersonId observe(WorkspaceId workspace, NetworkId network, RemoteAuthor author) {
    return observe(workspace, network, author, clock.instant());
  }

  /**
   * The person behind this profile, made at the first meeting, renamed as they rename themselves.
   *
   * @param at when they did what they were seen doing
   */
  public PersonId observe(WorkspaceId workspace, NetworkId network, RemoteAuthor author,
      Instant at) {
    var known = people.findProfile(workspace, network, author.remoteId());
    if (known.isEmpty()) return people.meet(workspace, network, author, at);
    var profile = known.get();
    if (!profile.sameAs(author)) people.rename(workspace, network, author, profile.person());
    if (at.isBefore(profile.firstSeenAt())) people.knownSince(workspace, profile.person(), at);
    return profile.person();
  }

  /** @throws NoSuchElementException if this brand never met them */
  @Transactional(readOnly = true)
  public PersonSheet sheet(WorkspaceId workspace, PersonId id) {
    return people.find(workspace, id)
        .orElseThrow(() -> new NoSuchElementException("No person " + id));
  }

  /** Profiles of other people whose name or handle begins so; at most ten. */
  @Transactional(readOnly = true)
  public List<Found> others(WorkspaceId workspace, PersonId than, String beginning) {
    return people.beginningWith(workspace, than, beginning.strip());
  }

  public void note(Member me, PersonId person, String text) {
    var note = new Note(Ids.next(), text.strip(), me.name(), clock.instant());
    people.addNote(me, person, note);
    audit.record(me.tenant(), me.userId(), "person.noted", person.value(), "note");
  }

  /** Two profiles are the same person: the second's profiles and notes join the first. */
  public void unite(Member me, PersonId kept, PersonId gone) {
    if (kept.equals(gone)) return;
    var workspace = me.workspaceId();
    sheet(workspace, kept);
    sheet(workspace, gone);
    people.moveTo(workspace, kept, gone);
    events.publishEvent(new PeopleUnited(workspace, kept, gone));
    people.forget(workspace, gone);
    audit.record(me.tenant(), me.userId(), "person.united", kept.value(), "person " + gone);
  }

  /** A person by one of their profiles. */
  public record Found(PersonId id, Profile profile) {}
}
